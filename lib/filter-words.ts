import type { NamedCount } from './facets';
import { filterKeys, filterLabels, valueLabel, type Filters } from './filters';

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
