import { countFacets } from '@/lib/count-facets';
import { buildIndex } from '@/lib/event-index';
import type { Filters } from '@/lib/filters';
import type { IndexColumns } from '@/lib/index-columns';
import { madeSets } from '../data/made-sets';
import { answerOf } from './answer';
import type { Engine } from './engine';
import { monthStarts } from './narrow';

/** The product's engine: lib/event-index.ts and lib/count-facets.ts. One thread. */
export function ours(columns: IndexColumns): Engine {
  const index = buildIndex(columns, madeSets);
  const ask = (filters: Filters) => countFacets(index, filters, { binStarts: monthStarts });
  return { ask, answer: (filters) => answerOf(ask(filters)) };
}
