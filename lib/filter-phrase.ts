import { formatDay } from './days';
import { valueLabel } from './filter-words';
import type { Filters } from './filters';
import { listed } from './listed';
import { places } from './places';
import { confidenceTerms, datingTerms, labelOf, pillarTerms, type EventType } from './vocabulary';

/** What events of a type are called in a sentence. */
const plurals: Record<EventType, string> = {
  lockdown: 'lockdowns',
  attack: 'attacks',
  plot: 'plots',
  arrest: 'arrests and trials',
  unrest: 'cases of unrest',
  aid_shipment: 'aid shipments',
  referral_change: 'changes in referrals',
  propaganda: 'messages and claims',
  policy: 'policy decisions',
  operations: 'operations',
  diplomacy: 'diplomatic exchanges',
  economic: 'economic events',
};

/** Names that take an article: the United Kingdom, the Russian Federation, the Caribbean. */
const ARTICLE =
  /^(?:United|Republic of|Caribbean|Americas$|Netherlands|Philippines|Maldives|Gambia|Bahamas|Comoros|DR Congo|Isle of|East Midlands|West Midlands|North East$|North West$|South East$|South West$|East of)|(?:Islands|Republic|Territory)$/;

/** "in the United Kingdom", "in France or Germany", "worldwide". */
function inPlaces(codes: readonly string[]): string {
  if (codes.length === 0) return '';
  if (codes.length === 1 && codes[0] === places[0]!.code) return 'worldwide';
  const names = codes.map((code) => {
    const name = valueLabel('region', code);
    return ARTICLE.test(name) ? `the ${name}` : name;
  });
  return `in ${listed(names, 'or')}`;
}

const oneOf = (words: readonly string[]): string => listed(words, 'or');

function dates({ from, to }: Filters): string {
  if (from && to) return `from ${formatDay(from)} to ${formatDay(to)}`;
  if (from) return `from ${formatDay(from)}`;
  return to ? `up to ${formatDay(to)}` : '';
}

/** Titles of the articles and source sets, which filters know by key. */
export type FilterNames = Partial<Record<'article' | 'set', readonly { value: string; label: string }[]>>;

/**
 * The events that pass the filters, as a phrase in a sentence: "attacks in the United Kingdom", "events that bear on
 * Prevent or Pursue in France". Lower case at the start.
 */
export function filterPhrase(filters: Filters, names: FilterNames = {}): string {
  const named = (key: 'article' | 'set') => (value: string) =>
    `“${names[key]?.find((one) => one.value === value)?.label ?? value}”`;
  const terms = (values: readonly string[], list: Parameters<typeof labelOf>[0]): string[] =>
    values.map((value) => labelOf(list, value));
  const parts = [
    filters.type.length > 0 ? listed(filters.type.map((type) => plurals[type])) : 'events',
    filters.pillar.length > 0 ? `that bear on ${oneOf(terms(filters.pillar, pillarTerms))}` : '',
    filters.q === null ? '' : `with the words “${filters.q}”`,
    inPlaces(filters.region),
    filters.origin.length > 0 ? `from ${inPlaces(filters.origin).replace(/^in /, '')}` : '',
    filters.actor.length > 0 ? `by or about ${oneOf(filters.actor)}` : '',
    dates(filters),
    filters.confidence.length > 0
      ? `held to be ${oneOf(terms(filters.confidence, confidenceTerms)).toLowerCase()}`
      : '',
    filters.dated.length === datingTerms.length
      ? 'however they are dated'
      : filters.dated.length > 0
        ? `dated ${oneOf(terms(filters.dated, datingTerms)).toLowerCase()}`
        : '',
    filters.article.length > 0 ? `cited in ${oneOf(filters.article.map(named('article')))}` : '',
    filters.set.length > 0 ? `of ${oneOf(filters.set.map(named('set')))}` : '',
  ];
  return parts.filter(Boolean).join(' ');
}
