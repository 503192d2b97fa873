import { listed } from '@/lib/listed';
import { countOf, formatCount } from '@/lib/numbers';
import type { MapView } from './map-view';
import type { MapMeasure, PlaceCount, PlaceCounts } from './place-counts';

/** Below this many events a rate says little: one more or one less changes it much. */
export const FEW = 5;

/** A rate to two figures that matter, a count with its thousands. */
export function formatRate(value: number, measure: MapMeasure): string {
  if (measure === 'events') return formatCount(value);
  return value >= 100 ? formatCount(Math.round(value)) : String(Number(value.toPrecision(2)));
}

/** What a circle is called: "France: 12 events", "France: 0.18 events per million people (12 events)". */
export function spotWords({ place, count, rate, chosen }: PlaceCount, measure: MapMeasure): string {
  const events = countOf(count, 'event');
  const said =
    measure === 'million' && rate !== null
      ? `${formatRate(rate, measure)} per million people (${events})`
      : events;
  return `${place.name}: ${said}${chosen ? '' : ', not in your filter'}`;
}

/** What the parts of a view are called. */
export const unitNoun = ({ code }: MapView): { one: string; many: string } =>
  code === 'uk'
    ? { one: 'nation or region of the UK', many: 'nations and regions of the UK' }
    : { one: 'country', many: 'countries' };

const chosenOf = ({ places }: PlaceCounts): PlaceCount[] => places.filter(({ chosen }) => chosen);

/** The finding of a map of rates: the highest among places with enough events to have one. */
function rateHeadline(counts: PlaceCounts, noun: { one: string }): string {
  const rated = chosenOf(counts)
    .filter(({ count, rate }) => count >= FEW && rate !== null)
    .sort((a, b) => b.rate! - a.rate!);
  if (rated.length === 0) return `No ${noun.one} has ${FEW} events or more: too few for a rate`;
  const top = rated[0]!;
  return `Highest rate: ${top.place.name}, ${formatRate(top.rate!, 'million')} events per million people`;
}

/** The finding: the place or places with most events, or with the highest rate that rests on enough of them. */
export function mapHeadline(counts: PlaceCounts, view: MapView, measure: MapMeasure): string {
  const noun = unitNoun(view);
  const here = chosenOf(counts);
  if (here.length === 0) return `No event in a single ${noun.one}`;
  if (measure === 'million') return rateHeadline(counts, noun);
  const most = here[0]!.count;
  const top = here.filter(({ count }) => count === most).map(({ place }) => place.name);
  if (here.length === 1) return `All in ${top[0]}: ${countOf(most, 'event')}`;
  return top.length > 3
    ? `Events in ${formatCount(here.length)} ${noun.many}`
    : `Most events: ${listed(top)}, ${formatCount(most)}${top.length > 1 ? ' each' : ''}`;
}

/** How many events the circles show, and how many are listed below the map. */
export function mapSentence(drawn: number, off: number, view: MapView): string {
  if (drawn + off === 0) return 'Take a filter away, or widen the dates, to see events.';
  const shown = `${countOf(drawn, 'event')} on the map`;
  if (off === 0) return `${shown}, each placed in one ${unitNoun(view).one}.`;
  return `${shown}; ${formatCount(off)} ${off === 1 ? 'is' : 'are'} not, and ${off === 1 ? 'is' : 'are'} listed below it.`;
}
