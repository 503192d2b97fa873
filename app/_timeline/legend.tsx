import { shapePath } from '@/lib/shapes';
import { EXACT, REPORTED, UNCERTAIN } from '@/lib/timeline-level';
import { markStyles } from '@/lib/timeline-lanes';
import { pillarTerms } from '@/lib/vocabulary';
import { HALO, INK, lookPaint, QUIET } from './paint';

/** A sign of the legend, 20 by 14, and what it stands for. */
export interface Key {
  label: string;
  sign: React.ReactNode;
}

const mark = (style: number, look: number) => (
  <path className={`pw-tl-look${look}`} d={shapePath(markStyles[style]!.shape, 10, 7, 5)} {...lookPaint(markStyles[style]!.colour, look)} />
);

/** What the drawing is made of. In lanes by pillar no mark stands for several pillars, and heaps have its colour. */
export function legendKeys({ several, banded, ids }: { several: boolean; banded: boolean; ids: string }): Key[] {
  const grey = lookPaint(QUIET, UNCERTAIN);
  return [
    ...pillarTerms.map(({ label }, i) => ({ label, sign: mark(i, EXACT) })),
    ...(several ? [{ label: 'several pillars', sign: mark(pillarTerms.length, EXACT) }] : []),
    { label: 'known only by report', sign: <circle className={`pw-tl-look${REPORTED}`} cx={10} cy={7} r={5} {...lookPaint(QUIET, REPORTED)} /> },
    {
      label: 'within this span',
      sign: <rect className={`pw-tl-look${UNCERTAIN}`} x={0.5} y={4} width={19} height={6} rx={3} {...grey} strokeWidth={1} />,
    },
    {
      label: 'too many to tell apart; hatched: by report',
      sign: (
        <>
          <pattern id={`${ids}-hatch`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="pw-tl-halo" width="5" height="5" {...HALO} />
            <rect className="pw-tl-look0" width="1.8" height="5" fill={QUIET} />
          </pattern>
          <rect className="pw-tl-look0" x={4.5} y={8} width={11} height={6} fill={QUIET} stroke={QUIET} />
          <rect className="pw-tl-look2" x={4.5} y={0} width={11} height={8} fill={`url(#${ids}-hatch)`} stroke={QUIET} />
        </>
      ),
    },
    ...(banded ? [{ label: 'lockdown', sign: <rect className="pw-tl-band" x={0.5} y={0.5} width={19} height={13} fill="#f1f2f3" stroke={INK} strokeDasharray="2 2" strokeWidth={0.8} /> }] : []),
  ];
}

/** The legend in the page. */
export function Legend(props: Parameters<typeof legendKeys>[0]) {
  return (
    <ul className="pw-tl-legend">
      {legendKeys(props).map(({ label, sign }) => (
        <li key={label}>
          <svg width="20" height="14" viewBox="0 0 20 14" aria-hidden="true" focusable="false">
            {sign}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
