import { displayOf, type Op } from '@/lib/timeline-display';
import type { Scene } from '@/lib/timeline-layout';
import { FONT, GROUND, HATCH, toPixels, type Paint } from '@/lib/timeline-paint';

const hatchId = (ids: string, { colour }: Paint): string => `${ids}-hatch-${colour.slice(1)}`;
const className = ({ system }: Paint): string => `pw-tl-${system}`;

/** The hatching of a colour, as SVG. */
export function Hatch({ id, paint }: { id: string; paint: Paint }) {
  const { period, line } = HATCH;
  return (
    <pattern
      id={id}
      width={period}
      height={period}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect className={className(GROUND)} width={period} height={period} fill={GROUND.colour} />
      <rect className={className(paint)} width={line} height={period} fill={paint.colour} />
    </pattern>
  );
}

/** What of a path's numbers is finer than a hundredth of a pixel: half of its text. */
const FINER = /(\.\d\d)\d+(?!\d|e)/g;

function PaintedText({ op }: { op: Op & { kind: 'text' } }) {
  const { paint, rim } = op;
  const edge = rim && {
    stroke: rim.colour,
    strokeWidth: 3,
    strokeLinejoin: 'round' as const,
    paintOrder: 'stroke',
  };
  return (
    <text
      className={className(paint) + (rim ? ' pw-tl-rim' : '')}
      x={toPixels(op.x)}
      y={toPixels(op.y)}
      fontSize={op.size}
      fontWeight={op.bold ? 700 : undefined}
      textAnchor={op.anchor}
      fill={paint.colour}
      {...edge}
    >
      {op.text}
    </text>
  );
}

function Painted({ op, ids }: { op: Op; ids: string }) {
  const { paint } = op;
  if (op.kind === 'text') return <PaintedText op={op} />;
  const d = op.d.replaceAll(FINER, '$1');
  if (op.kind === 'line') {
    const dash = op.dash?.join(' ') || undefined;
    const look = `${className(paint)} pw-tl-line`;
    return <path className={look} d={d} stroke={paint.colour} strokeDasharray={dash} fill="none" />;
  }
  const fill = paint.hatched
    ? { fill: `url(#${hatchId(ids, paint)})` }
    : { fill: paint.colour, className: className(paint) };
  return <path d={d} transform={op.at ? `translate(0 ${op.at})` : undefined} {...fill} />;
}

/** A scene as SVG content, for the page and for a picture file. `ids` tells its patterns from those of other drawings. */
export function Drawing({ scene, ids }: { scene: Scene; ids: string }) {
  const ops = displayOf(scene);
  const hatches = new Map(ops.flatMap(({ paint }) => (paint.hatched ? [[hatchId(ids, paint), paint]] : [])));
  return (
    <g aria-hidden="true" fontFamily={FONT}>
      <defs>
        {[...hatches].map(([id, paint]) => (
          <Hatch key={id} id={id} paint={paint} />
        ))}
      </defs>
      {ops.map((op, i) => (
        <Painted key={i} op={op} ids={ids} />
      ))}
    </g>
  );
}
