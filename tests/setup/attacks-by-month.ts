import type { EventInput } from '@/lib/event';
import { indicatorSchema } from '@/lib/indicators/indicator';
import { binsBetween } from '@/lib/periods';
import { sampleEvents } from './arbitraries';

/** An indicator that counts attacks by month. */
export const attacksIndicator = indicatorSchema.parse({
  slug: 'attacks',
  question: 'More attacks?',
  why: 'To know.',
  pillar: 'pursue',
  query: 'type=attack',
  measure: 'events',
  period: 'month',
  method: 'ears-c2',
  baseline: 7,
  raised: 0.975,
  high: 0.999,
  direction: 'up',
});

export const months = binsBetween('2019-01-01', '2020-12-31', 'month');
let made = 0;

/** Published attacks, so many in each month from the one at `from`; each reaches to the end of its month. */
export const attacksByMonth = (counts: readonly number[], from = 0): EventInput[] =>
  counts.flatMap((count, i) =>
    sampleEvents(count, i + 1).map((event) => ({
      ...event,
      slug: `a-${(made += 1)}`,
      type: 'attack' as const,
      precision: 'day' as const,
      dateText: null,
      status: 'published' as const,
      sourceSet: 'desk',
      links: [],
      externalIds: [],
      startsOn: months[from + i]!.from,
      endsOn: months[from + i]!.to,
    })),
  );
