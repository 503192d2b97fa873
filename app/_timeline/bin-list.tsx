import { dayFromNumber } from '@/lib/days';
import { countOf } from '@/lib/numbers';
import type { View } from '@/lib/timeline';
import { steps } from '@/lib/timeline-calendar';
import { binsIn } from '@/lib/timeline-bin-lane';
import { hrefTo } from '@/lib/timeline-links';
import { edgesOf, type BinStretch } from '@/lib/timeline-stretch';
import { spanOf } from '@/lib/timeline-view';
import { viewWords } from '@/lib/timeline-words';

/** The timeline for screens too narrow for lanes, of more events than are sent: counts of days, each leading to their table. */
export function BinList({
  stretch,
  view,
  filterQuery,
}: {
  stretch: BinStretch;
  view: View;
  filterQuery: string;
}) {
  const edges = edgesOf(steps[stretch.step]!, stretch, stretch.view);
  const { count, starts } = stretch.all;
  const [first, end] = binsIn(edges, spanOf(view));
  const rows = Array.from({ length: end - first }, (_, i) => first + i)
    .map((bin) => ({
      days: { from: dayFromNumber(edges[bin]!), to: dayFromNumber(edges[bin + 1]! - 1) },
      events: (count[bin] ?? 0) + (starts[bin] ?? 0),
    }))
    .filter(({ events }) => events > 0);
  return (
    <div className="pw-tl-months">
      <ul className="pw-tl-months__list">
        {rows.map(({ days, events }) => (
          <li key={days.from}>
            <a className="govuk-link" href={hrefTo('/events', filterQuery, { ...days })}>
              {viewWords(days)}
            </a>{' '}
            <span className="pw-quiet">{countOf(events, 'event')}</span>
          </li>
        ))}
      </ul>
      {rows.length === 0 && <p>No event begins in these dates.</p>}
    </div>
  );
}
