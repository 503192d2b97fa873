import { formatDay } from './days';
import { filterKeys, filterLabels, valueLabel, type Filters } from './filters';

/** The filters in one line, for captions, pictures and exports: a picture must say what it is a picture of. */
export function filterWords(filters: Filters): string {
  const parts = filterKeys.flatMap((key) => {
    const values = [filters[key] ?? []].flat();
    if (values.length === 0) return [];
    const words = values.map((value) =>
      key === 'from' || key === 'to' ? formatDay(value) : valueLabel(key, value),
    );
    return [`${filterLabels[key]}: ${words.join(' or ')}`];
  });
  return parts.length === 0 ? 'No filters: the whole record' : parts.join('; ');
}
