import { dayFromNumber } from '@/lib/days';
import type { TimelineEvent, View } from '@/lib/timeline';
import { eventTypes, pillars, precisions, type Precision } from '@/lib/vocabulary';
import { randomOf } from '../data/random';

const FIRST = 14_610;
const DAYS = 3650;
/** The ten years that the events lie in. */
export const extent: View = { from: dayFromNumber(FIRST), to: dayFromNumber(FIRST + DAYS) };
const SPANS: Partial<Record<Precision, number>> = { part_of_month: 9, month: 29, quarter: 90, year: 364 };

/** So many events over ten years, with a crowd towards the end, as in a record of a crisis. */
export function madeEvents(count: number): TimelineEvent[] {
  const random = randomOf(7);
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  return Array.from({ length: count }, (_, id) => {
    const crowd = 2600 + (random.next() + random.next() + random.next()) * 120;
    const start = FIRST + Math.floor(random.next() < 0.6 ? random.next() * DAYS : crowd);
    const precision = random.next() < 0.5 ? 'day' : pick(precisions);
    const own = pick(pillars);
    return {
      id,
      slug: `event-${id}`,
      title: `Synthetic event of the bench, number ${id}`,
      startsOn: dayFromNumber(start),
      endsOn: dayFromNumber(start + (SPANS[precision] ?? 0)),
      precision,
      pillars: random.next() < 0.3 ? [...new Set([own, pick(pillars)])] : [own],
      type: pick(eventTypes),
      region: 'GB',
    };
  });
}
