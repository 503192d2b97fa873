import { formatDay } from './days';
import type { NamedCount } from './facets';
import { filterKeys, type FilterProblem, type Filters, type PagePart } from './filters';
import { placeName } from './places';
import { confidenceTerms, datingTerms, labelOf, pillarTerms, typeTerms } from './vocabulary';

/** Labels for the filters' own names. */
export const filterLabels: Record<keyof Filters, string> = {
  q: 'Words',
  from: 'From',
  to: 'To',
  pillar: 'Pillar',
  type: 'Type',
  region: 'Place',
  confidence: 'Confidence',
  dated: 'Date known',
  actor: 'Actor',
  origin: 'Sent from',
  article: 'Cited in',
  set: 'Source set',
  asOf: 'As known on',
};

/** What a problem is about: a filter, or what the page takes beside them, by the words on its controls. */
export const problemLabels: Record<FilterProblem['key'], string> = {
  ...filterLabels,
  over: 'Over the charts',
  view: 'Map',
  per: 'Circles',
  of: 'Look from',
  month: 'Month',
  amount: 'Width of bands',
};

/** What programs are told of a page's own parameters, as readers are told of filters. */
export const partProblems = (
  problems: readonly { parameter: PagePart; value: string; detail: string }[],
): FilterProblem[] =>
  problems.map(({ parameter, value, detail }) => ({
    key: parameter,
    value,
    message: `“${value.slice(0, 60)}” cannot be used. ${detail}`,
  }));

/** A value in people's words, for chips, captions and exports. Articles and actors are shown by their names as given. */
export function valueLabel(key: keyof Filters, value: string): string {
  switch (key) {
    case 'pillar':
      return labelOf(pillarTerms, value);
    case 'type':
      return labelOf(typeTerms, value);
    case 'confidence':
      return labelOf(confidenceTerms, value);
    case 'dated':
      return labelOf(datingTerms, value);
    case 'region':
    case 'origin':
      return placeName(value);
    case 'from':
    case 'to':
    case 'asOf':
      return formatDay(value);
    case 'q':
    case 'actor':
    case 'article':
    case 'set':
      return value;
  }
}

type Names = Partial<Record<'article' | 'set', readonly Pick<NamedCount, 'value' | 'label'>[]>>;

/**
 * The filters in one line, for captions, pictures and exports: a picture must say what it is a picture of. `names` gives
 * the titles of the articles and source sets, which the filters know by key.
 */
export function filterWords(filters: Filters, names: Names = {}): string {
  const word = (key: keyof Filters, value: string): string => {
    const named = key === 'article' || key === 'set' ? names[key] : undefined;
    return named?.find((one) => one.value === value)?.label ?? valueLabel(key, value);
  };
  const parts = filterKeys.flatMap((key) => {
    const values = [filters[key] ?? []].flat();
    if (values.length === 0) return [];
    return [`${filterLabels[key]}: ${values.map((value) => word(key, value)).join(' or ')}`];
  });
  return parts.length === 0 ? 'No filters: the whole record' : parts.join('; ');
}
