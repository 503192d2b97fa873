import { LockdownKey } from '@/app/_charts/lockdown-sign';
import type { PictureKey } from '@/app/_charts/picture';
import { A_INK, B_INK } from './inks';

interface Phrases {
  a: string;
  b: string;
}

const sidesOf = ({ a, b }: Phrases) => [
  { label: `A: ${a}`, ink: A_INK },
  { label: `B: ${b}`, ink: B_INK },
];

/** What A and B are, and what lies over them, where something does. */
export function CompareKey({ phrases, over = '' }: { phrases: Phrases; over?: string }) {
  return (
    <ul className="pw-key">
      {sidesOf(phrases).map(({ label, ink }) => (
        <li key={label}>
          <svg className="pw-key__sign" width="18" height="13" aria-hidden="true" focusable="false">
            <rect x="3" width="12" height="13" fill={ink} />
          </svg>{' '}
          {label}
        </li>
      ))}
      {over && <LockdownKey words={over} />}
    </ul>
  );
}

/** The same for a picture file. */
export const comparePictureKeys = (phrases: Phrases): PictureKey[] =>
  sidesOf(phrases).map(({ label, ink }) => ({
    label,
    sign: <rect x={4} y={0} width={12} height={14} fill={ink} />,
  }));
