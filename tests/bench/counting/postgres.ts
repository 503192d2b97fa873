import { once } from 'node:events';
import postgres, { type Sql } from 'postgres';
import type { Filters } from '@/lib/filters';
import type { IndexColumns } from '@/lib/index-columns';
import { answerOfRaw } from './answer';
import type { Engine } from './engine';
import { askedOf, narrowNames, narrowOf, type Asked } from './narrow';
import { rawOf, type SqlColumns } from './sql-text';

const ROWS = 10_000;
/** Everything that a question reads, in the index itself: no visit to the table. */
const indexes = [
  'start_day',
  'country, start_day',
  'type, start_day',
  'mask, start_day',
  'source, start_day',
].map((keys) => {
  const all = ['start_day', 'end_day', 'month', 'country', 'type', 'mask', 'confidence', 'dating', 'source'];
  const rest = all.filter((column) => !keys.split(', ').includes(column));
  return `create index on filling (${keys}) include (${rest.join(', ')})`;
});

async function fill(sql: Sql, columns: IndexColumns): Promise<void> {
  const narrow = narrowOf(columns);
  await sql`drop table if exists filling`;
  await sql.unsafe(`create table filling (start_day int not null, end_day int not null, month smallint not null,
    country smallint not null, type smallint not null, mask smallint not null, confidence smallint not null,
    dating smallint not null, source smallint not null)`);
  const stream = await sql`copy filling from stdin`.writable();
  for (let from = 0; from < narrow.size; from += ROWS) {
    let text = '';
    for (let i = from; i < Math.min(narrow.size, from + ROWS); i++)
      text += `${narrowNames.map((name) => narrow[name][i]).join('\t')}\n`;
    if (!stream.write(text)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
  for (const index of indexes) await sql.unsafe(index);
  await sql`vacuum (analyze) filling`;
  // Under its name only when it is complete: a run that was ended half way leaves nothing that looks done.
  await sql`alter table filling rename to facts`;
}

/**
 * PostgreSQL over a table of nothing but what the questions need, with covering indexes, parallel workers, no just-in-time
 * compilation and enough memory to sort and hash: the best that SQL does here without tables of sums.
 */
export async function postgresEngine(
  columns: IndexColumns,
  url: string,
  statementOf: (asked: Asked) => string,
): Promise<Engine> {
  const sql = postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: {
      maintenance_work_mem: '512MB',
      work_mem: '256MB',
      jit: false,
      max_parallel_workers_per_gather: 2,
      parallel_setup_cost: 100,
      min_parallel_table_scan_size: 0,
      min_parallel_index_scan_size: 0,
      random_page_cost: 1.1,
    },
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
  });
  const [found] = await sql`select to_regclass('facts') as name`;
  if (found!.name === null) await fill(sql, columns);
  const ask = async (filters: Filters): Promise<SqlColumns> => {
    const rows = (await sql.unsafe(statementOf(askedOf(filters))).values()) as number[][];
    return [0, 1, 2, 3].map((column) => rows.map((row) => row[column] ?? 0));
  };
  return {
    ask,
    answer: async (filters) => answerOfRaw(rawOf(await ask(filters), askedOf(filters)), askedOf(filters)),
    async bytes() {
      const [row] = await sql<{ n: number }[]>`select pg_total_relation_size('facts') as n`;
      return row!.n;
    },
    close: () => sql.end(),
  };
}
