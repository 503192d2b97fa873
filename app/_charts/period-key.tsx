import { PillarMark } from '@/app/_ui/pillar-mark';
import { pillarTerms } from '@/lib/vocabulary';
import { HatchDefs, hatchOf } from './hatch-defs';
import { LockdownKey } from './lockdown-sign';

interface Props {
  shown: readonly number[];
  /** Whose lockdowns lie behind the columns; '' where none does. */
  lockdowns: string;
  ids: string;
}

/** What the shapes, the hatching and the bands of the chart by period stand for. */
export function PeriodKey({ shown, lockdowns, ids }: Props) {
  const first = shown[0] ?? 0;
  return (
    <ul className="pw-key">
      {shown.map((p) => (
        <li key={p}>
          <PillarMark pillar={pillarTerms[p]!.code} /> {pillarTerms[p]!.label}
        </li>
      ))}
      <li>
        <svg className="pw-key__sign" width="18" height="13" aria-hidden="true" focusable="false">
          <HatchDefs ids={ids} />
          <rect
            className="pw-reported"
            x="0.5"
            y="0.5"
            width="17"
            height="12"
            fill={hatchOf(first, ids)}
            stroke={pillarTerms[first]!.colour}
          />
        </svg>{' '}
        dated only by report
      </li>
      {lockdowns && <LockdownKey words={lockdowns} />}
    </ul>
  );
}
