import { Link } from '@/app/_ui/link';
import type { Day } from '@/lib/days';
import type { Reading } from '@/lib/indicators/evaluate';
import { baselineWords } from '@/lib/indicators/baseline-words';
import type { Indicator } from '@/lib/indicators/indicator';
import { offBandSentence, reasonWords } from '@/lib/indicators/status-words';
import { StatusSign } from './status-sign';

/** The indicators that are off their band now, for the overview; how many there are in all, and a way to them. */
export function OffBand({
  watched,
  asOf,
}: {
  watched: readonly { indicator: Indicator; readings: readonly Reading[] }[];
  /** The day of knowledge that the readings are of. */
  asOf: Day | null;
}) {
  const known = asOf ? `?asOf=${asOf}` : '';
  const latest = watched.flatMap(({ readings }) => readings.at(-1) ?? []);
  const off = watched.filter(({ readings }) => ['raised', 'high'].includes(readings.at(-1)?.status ?? ''));
  return (
    <section className="pw-figure" aria-labelledby="off-band">
      <h2 className="pw-figure__title" id="off-band">
        Indicators
      </h2>
      <p className="pw-figure__subtitle">{offBandSentence(latest)} The filters above do not change them.</p>
      <ul className="pw-off-band">
        {off.map(({ indicator, readings }) => (
          <li key={indicator.slug}>
            <Link className="govuk-link" href={`/indicators/${indicator.slug}${known}`}>
              {indicator.question}
            </Link>
            <br />
            <StatusSign reading={readings.at(-1)!} />:{' '}
            {reasonWords(readings.at(-1)!, baselineWords(indicator))}
          </li>
        ))}
      </ul>
      <p className="pw-figure__foot">
        <Link href={`/indicators${known}`}>All indicators</Link>
      </p>
    </section>
  );
}
