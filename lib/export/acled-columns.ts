import countries from 'world-countries';
import { countryOf, findPlace, placeLine } from '../places';
import type { roles } from '../vocabulary';
import type { ExportEvent } from './export-event';
import type { FileColumn } from './file-column';

type Role = (typeof roles)[number];
type AcledColumn = FileColumn<[event: ExportEvent]>;

const numbers = new Map(countries.map(({ cca2, ccn3 }) => [cca2, Number(ccn3)]));

/** ACLED: 1 the day is known, 2 the week, 3 worse. What is known by report only happened on or before that day. */
function timePrecision({ precision, startsOn, endsOn }: ExportEvent): number {
  if (precision === 'day') return 1;
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 + 1;
  return precision === 'part_of_month' && days <= 7 ? 2 : 3;
}

/** Names in the first of these roles that anybody has. */
function namesIn({ actors }: ExportEvent, wanted: readonly Role[]): string[] {
  const role = wanted.find((one) => actors.some((actor) => actor.role === one));
  return actors.filter((actor) => actor.role === role).map(({ name }) => name);
}

const doers = (event: ExportEvent): string[] =>
  namesIn(event, ['perpetrator', 'donor', 'authority', 'speaker', 'other']);
const others = (event: ExportEvent): string[] => namesIn(event, ['target', 'recipient']);
const rest = (names: readonly string[]): string | null => names.slice(1).join('; ') || null;

const country = (event: ExportEvent) => {
  const place = findPlace(countryOf(event.region));
  return place?.kind === 'country' ? place : null;
};

const inLine = (event: ExportEvent, kind: 'subregion' | 'nation' | 'english_region'): string | null =>
  placeLine(event.region).find((place) => place.kind === kind)?.name ?? null;

function fatalities({ measures }: ExportEvent): number | null {
  const killed = measures.filter(({ measure }) => measure === 'killed');
  return killed.length === 0 ? null : Math.round(killed.reduce((sum, { value }) => sum + value, 0));
}

/** What the columns have no place for, as ACLED writes such things: "crowd size=about 200". */
const tags = ({ type, pillars, marking, tags: words }: ExportEvent): string =>
  [`type=${type}`, ...pillars.map((pillar) => `pillar=${pillar}`), `marking=${marking}`, ...words].join('; ');

const EMPTY = 'Empty: the record does not code it as ACLED does.';
const unknown = (name: string): AcledColumn => ({ name, type: 'text', definition: EMPTY, cell: () => null });
const column = (
  name: string,
  type: AcledColumn['type'],
  definition: string,
  cell: AcledColumn['cell'],
): AcledColumn => ({ name, type, definition, cell });

/** ACLED's columns since March 2023, in its order, as far as the record can fill them. */
export const acledColumns: readonly AcledColumn[] = [
  column(
    'event_id_cnty',
    'text',
    'ACLED’s own number where the event has one, else its slug.',
    (event) => event.externalIds.find(({ scheme }) => scheme === 'acled')?.value ?? event.slug,
  ),
  column('event_date', 'date', 'The first day on which it can have happened.', (event) => event.startsOn),
  column('year', 'number', 'The year of that day.', (event) => Number(event.startsOn.slice(0, 4))),
  column('time_precision', 'number', '1 the day is known, 2 within a week, 3 worse.', timePrecision),
  unknown('disorder_type'),
  { ...unknown('event_type'), definition: 'Empty: its own type stands under tags, as “type=…”.' },
  unknown('sub_event_type'),
  column('actor1', 'text', 'The first who acted.', (event) => doers(event)[0] ?? null),
  column('assoc_actor_1', 'list', 'Others in the same role.', (event) => rest(doers(event))),
  unknown('inter1'),
  column('actor2', 'text', 'The first who was acted upon.', (event) => others(event)[0] ?? null),
  column('assoc_actor_2', 'list', 'Others in the same role.', (event) => rest(others(event))),
  unknown('inter2'),
  unknown('interaction'),
  unknown('civilian_targeting'),
  column(
    'iso',
    'number',
    'Number of the country, ISO 3166-1.',
    (event) => numbers.get(country(event)?.code ?? '') ?? null,
  ),
  column('region', 'text', 'UN M49 sub-region, which is not ACLED’s region.', (event) =>
    inLine(event, 'subregion'),
  ),
  column(
    'country',
    'text',
    'Country; empty for what took effect in several.',
    (event) => country(event)?.name ?? null,
  ),
  column('admin1', 'text', 'Nation of the UK.', (event) => inLine(event, 'nation')),
  column('admin2', 'text', 'Region of England.', (event) => inLine(event, 'english_region')),
  unknown('admin3'),
  column('location', 'text', 'Town or site.', (event) => event.locality),
  column('latitude', 'number', 'Degrees north, WGS 84.', (event) => event.latitude),
  column('longitude', 'number', 'Degrees east, WGS 84.', (event) => event.longitude),
  unknown('geo_precision'),
  column('source', 'list', 'Publishers, or titles where none is known.', (event) =>
    event.sources.map(({ publisher, title }) => publisher ?? title).join('; '),
  ),
  unknown('source_scale'),
  column('notes', 'text', 'What happened, in a sentence or two.', (event) => event.summary),
  column('fatalities', 'number', 'People killed, where a source counts them.', fatalities),
  column('tags', 'list', 'Type, pillars and marking of the event, then its tags.', tags),
  column('timestamp', 'number', 'When it was last changed, in seconds since 1970.', (event) =>
    Math.floor(Date.parse(event.updatedAt) / 1000),
  ),
];
