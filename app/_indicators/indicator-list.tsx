import Link from 'next/link';
import type { Reading } from '@/lib/indicators/evaluate';
import { baselineWords } from '@/lib/indicators/baseline-words';
import type { Indicator } from '@/lib/indicators/indicator';
import { reasonWords } from '@/lib/indicators/status-words';
import { IndicatorSpark } from './indicator-spark';
import { StatusSign } from './status-sign';

/** The indicators of a pillar: question, status with its reason, and the last two years. */
export function IndicatorList({
  watched,
}: {
  watched: readonly { indicator: Indicator; readings: readonly Reading[] }[];
}) {
  return (
    <ul className="pw-indicators">
      {watched.map(({ indicator, readings }) => {
        const last = readings.at(-1);
        const from = baselineWords(indicator);
        return (
          <li key={indicator.slug} className="pw-indicator">
            <div>
              <h3 className="pw-indicator__question">
                <Link className="govuk-link" href={`/indicators/${indicator.slug}`}>
                  {indicator.question}
                </Link>
              </h3>
              {last ? (
                <p>
                  <StatusSign reading={last} /> <span className="pw-quiet">{reasonWords(last, from)}</span>
                </p>
              ) : (
                <p className="pw-quiet">Nothing has been counted yet.</p>
              )}
            </div>
            <IndicatorSpark {...{ readings, from }} pillar={indicator.pillar} />
          </li>
        );
      })}
    </ul>
  );
}
