import { displayOf, type Op } from '@/lib/timeline-display';
import type { Scene } from '@/lib/timeline-layout';
import { FONT, GROUND, HATCH, type Paint } from '@/lib/timeline-paint';

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

function Painted({ op, ids }: { op: Op; ids: string }) {
  const { paint } = op;
  switch (op.kind) {
    case 'area': {
      const fill = paint.hatched
        ? { fill: `url(#${hatchId(ids, paint)})` }
        : { fill: paint.colour, className: className(paint) };
      return <path d={op.d} transform={op.at ? `translate(0 ${op.at})` : undefined} {...fill} />;
    }
    case 'line':
      return (
        <path
          className={`${className(paint)} pw-tl-line`}
          d={op.d}
          stroke={paint.colour}
          strokeDasharray={op.dash?.join(' ') || undefined}
          fill="none"
        />
      );
    case 'text': {
      const rim = op.rim && {
        stroke: op.rim.colour,
        strokeWidth: 3,
        strokeLinejoin: 'round' as const,
        paintOrder: 'stroke',
        className: `${className(paint)} pw-tl-rim`,
      };
      return (
        <text
          className={className(paint)}
          x={op.x}
          y={op.y}
          fontFamily={FONT}
          fontSize={op.size}
          fontWeight={op.bold ? 700 : undefined}
          textAnchor={op.anchor}
          fill={paint.colour}
          {...rim}
        >
          {op.text}
        </text>
      );
    }
  }
}

/** A scene as SVG content, for the page and for a picture file. `ids` tells its patterns from those of other drawings. */
export function Drawing({ scene, ids }: { scene: Scene; ids: string }) {
  const ops = displayOf(scene);
  const hatches = new Map(ops.flatMap(({ paint }) => (paint.hatched ? [[hatchId(ids, paint), paint]] : [])));
  return (
    <g aria-hidden="true">
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
