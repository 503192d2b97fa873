import { belowOptions, readBelow } from '@/db/below';
import type { Database } from '@/db/client';
import { parseBelow } from '@/lib/below';
import type { Filters, Params } from '@/lib/filters';

/** What the URL puts below a chart, and what else could be. */
export async function readBelowPanel(db: Database, query: Params, { asOf }: Pick<Filters, 'asOf'>) {
  const choice = parseBelow(query);
  const [measure, options] = await Promise.all([choice && readBelow(db, choice, asOf), belowOptions(db)]);
  return { chosen: choice && measure && { choice, measure }, options };
}
