import fc from 'fast-check';
import { shiftDay } from '@/lib/days';
import type { EventInput } from '@/lib/event';
import { noFilters, type Filters } from '@/lib/filters';
import { confidences, datings, eventTypes, pillars, roles } from '@/lib/vocabulary';

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
const someActors = ['Islamic State', 'Hizbullah', 'Police'];
const someArticles = ['prospect-2020-10-28', 'cap-2020-06', 'oxcgrt'];
const someWords = ['lockdown', 'masks', 'attack', 'border', 'aid'];

const day = fc.integer({ min: 0, max: 800 }).map((n) => shiftDay('2019-06-01', n));

const dated = fc.oneof(
  fc
    .tuple(day, fc.integer({ min: 0, max: 40 }))
    .map(([from, n]) => ({ startsOn: from, endsOn: shiftDay(from, n), precision: 'day' as const })),
  fc
    .tuple(day, fc.integer({ min: 0, max: 30 }))
    .map(([from, n]) => ({ startsOn: from, endsOn: shiftDay(from, n), precision: 'part_of_month' as const })),
  day.map((on) => ({ startsOn: on, endsOn: on, precision: 'reported' as const })),
);

/** Any event that the schema allows, over a small world. */
export const anyEvent: fc.Arbitrary<EventInput> = fc
  .record({
    date: dated,
    words: fc.subarray(someWords, { minLength: 1 }),
    type: fc.constantFrom(...eventTypes),
    pillars: fc.subarray([...pillars], { minLength: 1 }),
    region: fc.constantFrom(...somePlaces),
    origin: fc.option(fc.constantFrom(...somePlaces)),
    actors: fc.subarray(someActors),
    confidence: fc.constantFrom(...confidences),
    articles: fc.subarray(someArticles, { minLength: 1 }),
  })
  .map(({ date, words, actors, articles, ...rest }) => ({
    ...rest,
    ...date,
    slug: 'event',
    title: `Event about ${words.join(' ')}`,
    summary: 'Something happened.',
    dateText: null,
    locality: null,
    latitude: null,
    longitude: null,
    actors: actors.map((name) => ({ name, role: roles[0] })),
    measures: [],
    marking: 'OFFICIAL' as const,
    sources: articles.map((article) => ({
      title: 'A source',
      author: null,
      publisher: null,
      url: null,
      archiveUrl: null,
      publishedOn: null,
      accessedOn: null,
      article,
      page: null,
      paragraph: 1,
      footnote: null,
      quotation: null,
      reliability: null,
      credibility: null,
      licence: null,
    })),
    externalIds: [],
    tags: [],
    links: [],
    status: 'published' as const,
  }));

const some = <T extends string>(values: readonly T[]) =>
  fc.subarray([...values], { maxLength: 3 }).map((list) => [...list].sort());

/** Any filters over the same world, most of them not set. */
export const anyFilters: fc.Arbitrary<Filters> = fc
  .record(
    {
      q: fc.constantFrom(...someWords, 'masks or border', '-aid', '"lockdown masks"', '%_', 'the'),
      from: day,
      to: day,
      pillar: some(pillars),
      type: some(eventTypes),
      region: some(somePlaces),
      confidence: some(confidences),
      dated: some(datings),
      actor: some(someActors),
      origin: some(somePlaces),
      article: some(someArticles),
    },
    { requiredKeys: [] },
  )
  .map((given) => {
    const filters = { ...noFilters, ...given };
    return filters.from && filters.to && filters.from > filters.to
      ? { ...filters, from: filters.to, to: filters.from }
      : filters;
  });
