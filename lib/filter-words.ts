import { formatDay } from './days';
import type { NamedCount } from './facets';
import { filterKeys, filterLabels, valueLabel, type Filters } from './filters';

/**
 * The filters in one line, for captions, pictures and exports: a picture must say what it is a picture of. `articles`
 * gives the titles of the source articles, which the filter knows by key.
 */
export function filterWords(filters: Filters, articles: readonly NamedCount[] = []): string {
  const word = (key: keyof Filters, value: string): string => {
    if (key === 'from' || key === 'to') return formatDay(value);
    return (
      (key === 'article' && articles.find((article) => article.value === value)?.label) ||
      valueLabel(key, value)
    );
  };
  const parts = filterKeys.flatMap((key) => {
    const values = [filters[key] ?? []].flat();
    if (values.length === 0) return [];
    return [`${filterLabels[key]}: ${values.map((value) => word(key, value)).join(' or ')}`];
  });
  return parts.length === 0 ? 'No filters: the whole record' : parts.join('; ');
}
