import { formatCount } from '@/lib/numbers';
import { SANKEY_WIDTH, type SankeyLayout, type SankeyNode } from '@/lib/flows/sankey-layout';

/** Blue leaves, orange comes: they differ in lightness too. */
export const FLOW_COLOURS = { out: '#12436D', in: '#F46A25' } as const;

const to = (n: number): number => Math.round(n * 100) / 100;
const TEXT = 14;

function Name({ node }: { node: SankeyNode }) {
  const { x0, x1, y0, y1, label, value } = node;
  const text = `${label} ${formatCount(to(value))}`;
  if (x0 > SANKEY_WIDTH * 0.3 && x1 < SANKEY_WIDTH * 0.7)
    return (
      <text x={to((x0 + x1) / 2)} y={to(y0) - 4} textAnchor="middle" fontWeight="700">
        {label}
      </text>
    );
  const left = x0 < SANKEY_WIDTH / 2;
  return (
    <text
      x={left ? to(x0) - 6 : to(x1) + 6}
      y={to((y0 + y1) / 2) + TEXT * 0.36}
      textAnchor={left ? 'end' : 'start'}
    >
      {text}
    </text>
  );
}

/** A Sankey diagram as plain SVG: the width of a band is its number. */
export function SankeyDrawing({ layout, words }: { layout: SankeyLayout; words(value: number): string }) {
  return (
    <>
      <g fill="none" strokeOpacity={0.45}>
        {layout.bands.map(({ from, to: end, value, width, path, direction }) => (
          <path
            key={`${from} ${end}`}
            d={path}
            stroke={FLOW_COLOURS[direction]}
            strokeWidth={to(Math.max(width, 0.5))}
          >
            <title>{`${from} to ${end}: ${words(value)}`}</title>
          </path>
        ))}
      </g>
      <g fontSize={TEXT} fill="#0b0c0c">
        {layout.nodes.map((node) => (
          <g key={`${node.side} ${node.label}`}>
            <rect
              x={to(node.x0)}
              y={to(node.y0)}
              width={to(node.x1 - node.x0)}
              height={to(Math.max(node.y1 - node.y0, 1))}
            />
            <Name node={node} />
          </g>
        ))}
      </g>
    </>
  );
}
