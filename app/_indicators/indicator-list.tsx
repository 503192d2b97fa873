import { Link } from '@/app/_ui/link';
import type { Day } from '@/lib/days';
import { statusChanges, type Reading } from '@/lib/indicators/evaluate';
import { baselineWords } from '@/lib/indicators/baseline-words';
import type { Indicator } from '@/lib/indicators/indicator';
import type { MoveKind } from '@/lib/indicators/status-moves';
import { reasonWords } from '@/lib/indicators/status-words';
import { londonTime } from '@/lib/london-time';
import { IndicatorSpark } from './indicator-spark';
import { StatusSign } from './status-sign';

interface Props {
  watched: readonly { indicator: Indicator; readings: readonly Reading[] }[];
  /** When what each stands at was noticed, by slug; where that is not shown, empty. */
  noticed?: ReadonlyMap<string, { kind: MoveKind; noticedAt: string }>;
  /** The day of knowledge that the readings are of. */
  asOf?: Day | null;
}

/** Since which period an indicator stands where it does, and when that was noticed, where it was seen to come. */
function sinceWords(
  readings: readonly Reading[],
  noticed: { kind: MoveKind; noticedAt: string } | undefined,
) {
  const since = statusChanges(readings).at(-1);
  if (!since) return '';
  const when = noticed && noticed.kind !== 'begun' ? `, noticed ${londonTime(noticed.noticedAt)}` : '';
  return ` Unchanged since ${since.title}${when}.`;
}

/** The indicators of a pillar: question, status with its reason and since when, and the last two years. */
export function IndicatorList({ watched, noticed, asOf = null }: Props) {
  return (
    <ul className="pw-indicators">
      {watched.map(({ indicator, readings }) => {
        const last = readings.at(-1);
        const from = baselineWords(indicator);
        return (
          <li key={indicator.slug} className="pw-indicator">
            <div>
              <h3 className="pw-indicator__question">
                <Link
                  className="govuk-link"
                  href={`/indicators/${indicator.slug}${asOf ? `?asOf=${asOf}` : ''}`}
                >
                  {indicator.question}
                </Link>
              </h3>
              {last ? (
                <p>
                  <StatusSign reading={last} />:{' '}
                  <span className="pw-quiet">
                    {reasonWords(last, from)}.{noticed && sinceWords(readings, noticed.get(indicator.slug))}
                  </span>
                </p>
              ) : (
                <p className="pw-quiet">
                  {asOf ? 'Nothing had been counted by then.' : 'Nothing has been counted yet.'}
                </p>
              )}
            </div>
            <IndicatorSpark {...{ readings, from }} pillar={indicator.pillar} />
          </li>
        );
      })}
    </ul>
  );
}
