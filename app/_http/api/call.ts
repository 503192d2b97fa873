import type { ApiKey } from '@/db/api-keys';
import type { Filters } from '@/lib/filters';
import type { Author, Origin } from '@/lib/author';
import type { Operation } from '@/lib/api/operation';

/** A request to one operation, checked: what the handlers get. */
export interface Call {
  request: Request;
  operation: Operation;
  /** The ending of the address, such as csv; '' where it has none. */
  suffix: string;
  slug: string;
  /** Of an import; 0 where the address names none. */
  id: number;
  filters: Filters;
  /** The other parameters, as their schemas read them. */
  query: Readonly<Record<string, unknown>>;
  /** The query in its one canonical form. */
  canonical: string;
  key: ApiKey | null;
  from: Origin;
}

/** Who writes by this call. Only for operations that ask for a scope. */
export function authorOf({ key, from }: Call): Author {
  return { id: key!.ownerId, key: key!.name, from };
}
