import fc from 'fast-check';
import { firstOfMonth, lastOfMonth, shiftDay, shiftMonth } from '@/lib/days';
import type { DateSpan } from '@/lib/date-words';
import type { EventInput } from '@/lib/event';
import { noFilters, type Filters } from '@/lib/filters';
import {
  confidences,
  credibilities,
  datings,
  eventTypes,
  markings,
  measures,
  pillars,
  reliabilities,
  roles,
  statuses,
} from '@/lib/vocabulary';

/** A few places at every level of the tree, so that random events and filters meet. */
export const somePlaces = [
  '001',
  '142',
  '143',
  'KZ',
  'CN',
  '150',
  '154',
  'GB',
  'GB-ENG',
  'E12000007',
  'GB-SCT',
  'FR',
];
export const someActors = ['Islamic State', 'Hizbullah', 'Police'];
export const someSets = ['corpus', 'oxcgrt', 'desk'];
export const someArticles = ['prospect-2020-10-28', 'cap-2020-06', 'oxcgrt'];
const someWords = ['lockdown', 'masks', 'attack', 'border', 'aid'];

/** Days in the two years round the corpus. */
export const anyDay = fc.integer({ min: 0, max: 800 }).map((n) => shiftDay('2019-06-01', n));

/** Whole periods of so many months, one or several in a row. */
const wholeMonths = (months: number, precision: DateSpan['precision']): fc.Arbitrary<DateSpan> =>
  fc.tuple(anyDay, fc.nat(2)).map(([day, more]) => {
    const month = Number(day.slice(5, 7)) - 1;
    const startsOn = shiftMonth(firstOfMonth(day), -(month % months));
    return { startsOn, endsOn: lastOfMonth(shiftMonth(startsOn, months * (more + 1) - 1)), precision };
  });

const days = (max: number, precision: DateSpan['precision']): fc.Arbitrary<DateSpan> =>
  fc
    .tuple(anyDay, fc.nat(max))
    .map(([from, n]) => ({ startsOn: from, endsOn: shiftDay(from, n), precision }));

/** Any date that an event may have, of every precision. */
export const anyDate: fc.Arbitrary<DateSpan> = fc.oneof(
  days(40, 'day'),
  days(30, 'part_of_month'),
  days(0, 'reported'),
  wholeMonths(1, 'month'),
  wholeMonths(3, 'quarter'),
  wholeMonths(12, 'year'),
);

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((any) => `x${any.replaceAll(/[\0\s]+/g, ' ')}x`);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one);
const link = fc.webUrl({ size: 'small' });

const anySource = fc.record({
  title: text,
  author: maybe(text),
  publisher: maybe(text),
  url: maybe(link),
  archiveUrl: maybe(link),
  publishedOn: maybe(anyDay),
  accessedOn: maybe(anyDay),
  page: maybe(text),
  paragraph: maybe(fc.integer({ min: 1, max: 100_000 })),
  footnote: maybe(fc.integer({ min: 1, max: 100_000 })),
  quotation: maybe(text),
  reliability: maybe(fc.constantFrom(...reliabilities)),
  credibility: maybe(fc.constantFrom(...credibilities)),
  licence: maybe(text),
});

/** No minus nought: neither JSON nor Postgres keeps it. */
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((any) => any + 0);

const parts = {
  actors: fc
    .subarray(someActors)
    .chain((names) =>
      fc.tuple(
        ...names.map((name) => fc.record({ name: fc.constant(name), role: fc.constantFrom(...roles) })),
      ),
    ),
  measures: fc.array(
    fc.record({
      measure: fc.constantFrom(...measures),
      value: number(-1e15, 1e15),
      unit: text,
    }),
    { maxLength: 2 },
  ),
  sources: fc
    .subarray([...someArticles, null], { minLength: 1 })
    .chain((articles) =>
      fc.tuple(...articles.map((article) => anySource.map((source) => ({ ...source, article })))),
    ),
};

const where = {
  region: fc.constantFrom(...somePlaces),
  origin: maybe(fc.constantFrom(...somePlaces)),
  locality: maybe(text),
  point: maybe(
    fc.record({
      latitude: number(-90, 90),
      longitude: number(-180, 180),
    }),
  ),
};

/** Any published event that the schema allows, over a small world. */
export const anyEvent: fc.Arbitrary<EventInput> = fc
  .record({
    ...parts,
    ...where,
    date: anyDate,
    words: fc.subarray(someWords, { minLength: 1 }),
    summary: text,
    dateText: maybe(text),
    type: fc.constantFrom(...eventTypes),
    pillars: fc.subarray([...pillars], { minLength: 1 }),
    confidence: fc.constantFrom(...confidences),
    marking: fc.constantFrom(...markings),
    tags: fc.subarray(['background', 'review-2021']),
    sourceSet: fc.constantFrom(...someSets),
  })
  .map(({ date, words, point, ...rest }) => ({
    ...rest,
    ...date,
    ...(point ?? { latitude: null, longitude: null }),
    slug: 'event',
    title: `Event about ${words.join(' ')}`,
    externalIds: [],
    links: [],
    status: 'published',
  }));

/** Any event, of any status: only published ones may ever be counted or listed. */
export const anyStoredEvent: fc.Arbitrary<EventInput> = fc
  .tuple(
    anyEvent,
    fc.oneof({ weight: 4, arbitrary: fc.constant('published' as const) }, fc.constantFrom(...statuses)),
  )
  .map(([event, status]) => ({ ...event, status }));

const some = <T extends string>(values: readonly T[]) =>
  fc.subarray([...values], { maxLength: 3 }).map((list) => [...list].sort());

/** Any filters over the same world, most of them not set. */
export const anyFilters: fc.Arbitrary<Filters> = fc
  .record(
    {
      q: fc.constantFrom(...someWords, 'masks or border', '-aid', '"lockdown masks"', '%_', 'the', 'islamic'),
      from: anyDay,
      to: anyDay,
      pillar: some(pillars),
      type: some(eventTypes),
      region: some(somePlaces),
      confidence: some(confidences),
      dated: some(datings),
      actor: some(someActors),
      origin: some(somePlaces),
      article: some(someArticles),
      set: some([...someSets, 'no-such-set']),
    },
    { requiredKeys: [] },
  )
  .map((given) => {
    const filters = { ...noFilters, ...given };
    return filters.from && filters.to && filters.from > filters.to
      ? { ...filters, from: filters.to, to: filters.from }
      : filters;
  });

/** A repeatable sample: the same events in every run. */
export function sampleEvents(numRuns: number, seed: number, of = anyEvent): EventInput[] {
  return fc.sample(of, { numRuns, seed });
}
