import type { ReactNode } from 'react';
import { markStyles } from '@/lib/timeline-lanes';
import { BAND, GROUND, INK, QUIET, stylePaint, tinted, type Paint } from '@/lib/timeline-paint';
import { markPath } from '@/lib/timeline-outlines';
import { Still } from '@/app/_ui/still';
import { pillarTerms } from '@/lib/vocabulary';
import type { Overlay } from '@/lib/overlay';
import { Hatch } from './drawing';

const Fill = ({ d, paint }: { d: string; paint: Paint }) => (
  <path d={d} fill={paint.colour} className={`pw-tl-${paint.system}`} />
);
const Mark = ({
  style,
  by = 0.6,
  paint = stylePaint(style),
}: {
  style: number;
  by?: number;
  paint?: Paint;
}) => <Fill d={markPath(markStyles[style]!.shape, 10, 7, by)} paint={paint} />;

interface Key {
  label: string;
  /** On a ground of 20 by 14. */
  sign: ReactNode;
}

const known: Key[] = [
  {
    label: 'known only by report',
    sign: (
      <>
        <Mark style={0} paint={QUIET} />
        <Mark style={0} paint={GROUND} by={-1.1} />
      </>
    ),
  },
  {
    label: 'within this span',
    sign: (
      <>
        <Fill d="M3 4h14a3 3 0 0 1 0 6h-14a3 3 0 0 1 0-6z" paint={QUIET} />
        <Fill d="M3 5h14a2 2 0 0 1 0 4h-14a2 2 0 0 1 0-4z" paint={tinted(QUIET)} />
      </>
    ),
  },
  {
    label: 'too many to tell apart; hatched: by report',
    sign: (
      <>
        <defs>
          <Hatch id="pw-tl-legend-hatch" paint={QUIET} />
        </defs>
        <Fill d="M4 0h12v14h-12z" paint={QUIET} />
        <path d="M5 1h10v7h-10z" fill="url(#pw-tl-legend-hatch)" />
      </>
    ),
  },
];

const lockdown: Key = {
  label: 'lockdown',
  sign: (
    <>
      <Fill d="M2 0h16v14h-16z" paint={BAND} />
      <path
        className={`pw-tl-${QUIET.system} pw-tl-line`}
        d="M2 0v14M18 0v14"
        stroke={QUIET.colour}
        strokeDasharray="3 3"
      />
    </>
  ),
};

/** What the drawing is made of. In lanes by pillar no mark stands for several pillars. */
export function legendKeys({ several, banded }: { several: boolean; banded: Overlay['kind'] }): Key[] {
  return [
    ...pillarTerms.map(({ label }, i) => ({ label, sign: <Mark style={i} /> })),
    ...(several ? [{ label: 'several pillars', sign: <Mark style={pillarTerms.length} paint={INK} /> }] : []),
    ...known,
    ...(banded === 'lockdowns' ? [lockdown] : []),
    ...(banded === 'events' ? [{ ...lockdown, label: 'overlaid events' }] : []),
  ];
}

/** The same in the page. */
export function Legend(props: Parameters<typeof legendKeys>[0]) {
  return (
    <Still as="ul" className="pw-tl-legend">
      {legendKeys(props).map(({ label, sign }) => (
        <li key={label}>
          <svg width="20" height="14" viewBox="0 0 20 14" aria-hidden="true" focusable="false">
            {sign}
          </svg>
          {label}
        </li>
      ))}
    </Still>
  );
}
