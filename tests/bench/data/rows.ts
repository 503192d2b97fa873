import { dayFromNumber } from '@/lib/days';
import type { EventInput, EventSource } from '@/lib/event';
import { places } from '@/lib/places';
import {
  confidences,
  credibilities,
  eventTypes,
  pillars,
  precisions,
  reliabilities,
  type EventType,
  type roles,
} from '@/lib/vocabulary';
import type { MadeEvents } from './columns';
import { madeSets } from './made-sets';
import { weighted, weightedKey, zipf, type Random } from './random';
import { ACTORS, TWO_SOURCES } from './shape';
import { searchVector, sentence, wordsOf, type Ranks } from './text';
import { words } from './words';

/** What COPY takes, tab between columns and a line a row; nothing made here needs escaping. */
export type Lines = Record<keyof typeof copied, string>;

/** The columns of each, in the order of the lines. */
export const copied = {
  events:
    'id, slug, source_set, title, summary, starts_on, ends_on, precision, type, pillars, region, locality, origin, confidence',
  event_search: 'event_id, words',
  event_actors: 'event_id, position, name, role',
  event_sources: 'event_id, position, title, publisher, url, published_on, reliability, credibility',
  event_measures: 'event_id, position, measure, value, unit',
  event_changes: 'revision, event_id, version, kind, snapshot',
} as const;

const NULL = String.raw`\N`;
const ACTOR_NAMES = 3000;
const PUBLISHERS = 200;
/** Ranks of words from which names are made: rare enough not to be what people search for. */
const NAMES_FROM = 2000;
const TOWNS_FROM = 5000;
const TOWNS = 2900;
const REVISION = 1;

const drawActor = weighted(zipf(ACTOR_NAMES, 1));
const drawActorCount = weightedKey(ACTORS);
type Role = (typeof roles)[number];
const OTHER_ROLES = ['authority', 'target', 'other'] as const;
const rolesOf: Partial<Record<EventType, readonly [Role, Role, Role]>> = {
  attack: ['perpetrator', 'target', 'other'],
  plot: ['perpetrator', 'target', 'authority'],
  arrest: ['authority', 'perpetrator', 'other'],
  aid_shipment: ['donor', 'recipient', 'other'],
  propaganda: ['speaker', 'target', 'other'],
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** Two words of a name, by the number of who bears it. */
const nameRanks = (n: number): Ranks => [NAMES_FROM + n, NAMES_FROM + ((n * 7) % ACTOR_NAMES)];
const nameOf = (ranks: Ranks): string => ranks.map((rank) => capital(words[rank]!)).join(' ');

const dayNames = new Map<number, string>();
/** Days recur: each is written out once. */
function dayName(day: number): string {
  const known = dayNames.get(day);
  if (known !== undefined) return known;
  const name = dayFromNumber(day);
  dayNames.set(day, name);
  return name;
}

function sourcesOf(id: number, title: string, end: number, random: Random): EventSource[] {
  return Array.from({ length: random.next() < TWO_SOURCES ? 2 : 1 }, (_, n) => {
    const publisher = random.below(PUBLISHERS);
    return {
      title: n === 0 ? title : `${title.slice(0, 60)} again`,
      author: null,
      publisher: `The ${capital(words[NAMES_FROM + publisher]!)} News`,
      url: `https://news-${publisher}.example/${id}/${n}`,
      archiveUrl: null,
      publishedOn: dayName(end),
      accessedOn: null,
      article: null,
      page: null,
      paragraph: null,
      footnote: null,
      quotation: null,
      reliability: reliabilities[random.below(4)]!,
      credibility: credibilities[random.below(4)]!,
      licence: null,
    };
  });
}

const pillarsOf = Array.from({ length: 1 << pillars.length }, (_, mask) =>
  pillars.filter((_pillar, p) => mask & (1 << p)),
);
const keyOfSet = new Map(madeSets.map(({ number, key }) => [number, key]));

/** The event at position i as its snapshot has it, and its search vector. */
function eventAt({ columns, precision }: MadeEvents, i: number, seed: number) {
  const id = columns.id[i]!;
  const { title, summary, random } = wordsOf(id, columns.size, seed);
  const type = eventTypes[columns.type[i]!]!;
  const roles = rolesOf[type] ?? OTHER_ROLES;
  const actors = Array.from({ length: Number(drawActorCount(random)) }, (_, n) => ({
    ranks: nameRanks((drawActor(random) + n) % ACTOR_NAMES),
    role: roles[n]!,
  }));
  const town: Ranks =
    random.next() < 0.5 ? [TOWNS_FROM + ((columns.place[i]! * 11 + random.below(9)) % TOWNS)] : [];
  const killed = columns.killed[i]!;
  const titleText = sentence(title);
  // One literal with every field: made of spreads it would take three times as long.
  const event: EventInput = {
    slug: `bench-${id}`,
    sourceSet: keyOfSet.get(columns.set[i]!)!,
    title: titleText,
    summary: `${sentence(summary)}.`,
    startsOn: dayName(columns.start[i]!),
    endsOn: dayName(columns.end[i]!),
    precision: precisions[precision[i]!]!,
    dateText: null,
    type,
    pillars: pillarsOf[columns.pillarMask[i]!]!,
    region: places[columns.place[i]!]!.code,
    locality: town.length > 0 ? nameOf(town) : null,
    latitude: null,
    longitude: null,
    origin: type === 'aid_shipment' ? places[columns.place[(i * 31) % columns.size]!]!.code : null,
    actors: actors.map(({ ranks, role }) => ({ name: nameOf(ranks), role })),
    measures: killed > 0 ? [{ measure: 'killed', value: killed, unit: 'people' }] : [],
    confidence: confidences[columns.confidence[i]!]!,
    marking: 'OFFICIAL',
    sources: sourcesOf(id, titleText, columns.end[i]!, random),
    externalIds: [],
    tags: [],
    links: [],
    status: 'published',
  };
  const search = searchVector([
    { ranks: title, weight: 'A' },
    { ranks: summary, weight: 'B' },
    { ranks: [...town, ...actors.flatMap(({ ranks }) => ranks)], weight: 'C' },
  ]);
  return { id, event, search };
}

const line = (...values: (string | number | null)[]): string =>
  `${values.map((value) => value ?? NULL).join('\t')}\n`;

/** The rows of the events from position `from` up to but not including `to`. */
export function linesOf(made: MadeEvents, from: number, to: number, seed: number): Lines {
  const rows: Record<keyof Lines, string[]> = {
    events: [],
    event_search: [],
    event_actors: [],
    event_sources: [],
    event_measures: [],
    event_changes: [],
  };
  for (let i = from; i < to; i++) {
    const { id, event: e, search } = eventAt(made, i, seed);
    rows.events.push(
      line(
        id, e.slug, e.sourceSet, e.title, e.summary, e.startsOn, e.endsOn, e.precision, e.type,
        `{${e.pillars.join(',')}}`, e.region, e.locality, e.origin, e.confidence,
      ), // prettier-ignore
    );
    rows.event_search.push(line(id, search));
    for (const [n, { name, role }] of e.actors.entries()) rows.event_actors.push(line(id, n, name, role));
    for (const [n, s] of e.sources.entries()) {
      rows.event_sources.push(
        line(id, n, s.title, s.publisher, s.url, s.publishedOn, s.reliability, s.credibility),
      );
    }
    for (const [n, m] of e.measures.entries())
      rows.event_measures.push(line(id, n, m.measure, m.value, m.unit));
    rows.event_changes.push(line(REVISION, id, 1, 'create', JSON.stringify(e)));
  }
  const joined = Object.entries(rows).map(([table, list]) => [table, list.join('')]);
  return Object.fromEntries(joined) as Lines;
}
