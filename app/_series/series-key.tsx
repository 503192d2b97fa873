import { LockdownKey } from '@/app/_charts/lockdown-sign';
import { markTerms, type Observation } from '@/lib/series/series';
import { PointSign } from './series-drawing';

/** True of a number that is drawn hollow. */
export const isProvisional = ({ value, marks }: Observation): boolean =>
  value !== null && marks.includes('p');

/** What the signs of the chart stand for. */
export function SeriesKey({
  unit,
  events,
  lockdowns,
  observations,
}: {
  unit: string;
  events: string;
  lockdowns: string;
  observations: readonly Observation[];
}) {
  return (
    <ul className="pw-key">
      <li>
        <svg className="pw-key__sign" width="24" height="13" aria-hidden="true" focusable="false">
          <line x1="0" x2="24" y1="6.5" y2="6.5" stroke="#12436d" strokeWidth="4" strokeOpacity="0.35" />
          <circle cx="12" cy="6.5" r="4.5" fill="#12436d" />
        </svg>{' '}
        {unit}, and the period that they count
      </li>
      {observations.some(isProvisional) && (
        <li>
          <svg className="pw-key__sign" width="13" height="13" aria-hidden="true" focusable="false">
            <PointSign x={6.5} y={6.5} provisional />
          </svg>{' '}
          provisional
        </li>
      )}
      <li>
        <svg className="pw-key__sign" width="13" height="13" aria-hidden="true" focusable="false">
          <rect x="2" y="1" width="9" height="12" fill="#484949" />
        </svg>{' '}
        {events}
      </li>
      {lockdowns && <LockdownKey words={lockdowns} />}
    </ul>
  );
}

/** The marks that stand in a table of these numbers, explained above it (Government Statistical Service). */
export function MarkKey({ observations }: { observations: readonly Observation[] }) {
  const used = markTerms.filter(({ code }) => observations.some(({ marks }) => marks.includes(code)));
  if (used.length === 0) return null;
  return (
    <p className="pw-quiet">
      {used
        .map(
          ({ code, label, definition }) =>
            `[${code}] ${label.toLowerCase()}: ${definition.charAt(0).toLowerCase()}${definition.slice(1)}`,
        )
        .join(' ')}
    </p>
  );
}
