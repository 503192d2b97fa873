import { Link } from '@/app/_ui/link';
import type { Facets } from '@/lib/facets';
import { hrefWith, withFilters, type Filters } from '@/lib/filters';
import { countOf } from '@/lib/numbers';

interface Props {
  path: string;
  filters: Filters;
  facets: Facets;
  keep?: Record<string, string | undefined>;
}

/** Says how many of the events counted come from reference sets, and leaves them out by one click. */
export function ReferenceNote({ path, filters, facets, keep }: Props) {
  const reference = facets.set.filter((set) => set.reference && set.count > 0);
  const others = facets.set.filter((set) => !set.reference);
  if (filters.set.length > 0 || reference.length === 0 || others.length === 0) return null;
  const count = reference.reduce((sum, set) => sum + set.count, 0);
  const href = hrefWith(path, withFilters(filters, { set: others.map((set) => set.value) }), keep);
  return (
    <>
      {countOf(count, 'event')} {count === 1 ? 'is' : 'are'} from{' '}
      {reference.length === 1 ? `the reference set “${reference[0]!.label}”` : 'reference sets'}:{' '}
      <Link href={href}>leave {count === 1 ? 'it' : 'them'} out</Link>.
    </>
  );
}
