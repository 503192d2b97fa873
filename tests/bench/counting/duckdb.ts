import { DuckDBDataChunk, DuckDBInstance, SMALLINT, INTEGER, type DuckDBConnection } from '@duckdb/node-api';
import type { Filters } from '@/lib/filters';
import type { IndexColumns } from '@/lib/index-columns';
import { answerOfRaw } from './answer';
import type { Engine } from './engine';
import { askedOf, narrowNames, narrowOf, type Asked } from './narrow';
import { rawOf, type SqlColumns } from './sql-text';

/** Rows that DuckDB takes at once. */
const CHUNK = 2048;
const types = narrowNames.map((name) => (name === 'start' || name === 'end' ? INTEGER : SMALLINT));

async function fill(connection: DuckDBConnection, columns: IndexColumns): Promise<void> {
  const narrow = narrowOf(columns);
  await connection.run(`create table facts (start_day integer, end_day integer, month smallint, country smallint,
    type smallint, mask smallint, confidence smallint, dating smallint, source smallint)`);
  const appender = await connection.createAppender('facts');
  for (let from = 0; from < narrow.size; from += CHUNK) {
    const chunk = DuckDBDataChunk.create(types);
    chunk.setColumns(narrowNames.map((name) => Array.from(narrow[name].subarray(from, from + CHUNK))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

async function columnsOf(connection: DuckDBConnection, statement: string): Promise<SqlColumns> {
  const result = await connection.runAndReadAll(statement);
  return result.getColumns() as number[][];
}

/** DuckDB in this process, in memory, with `threads` threads and one way to ask. */
export async function duckdb(
  columns: IndexColumns,
  threads: number,
  statementOf: (asked: Asked) => string,
): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await instance.connect();
  await fill(connection, columns);
  const ask = (filters: Filters) => columnsOf(connection, statementOf(askedOf(filters)));
  return {
    ask,
    answer: async (filters) => answerOfRaw(rawOf(await ask(filters), askedOf(filters)), askedOf(filters)),
    async bytes() {
      const result = await connection.runAndReadAll(
        'select sum(memory_usage_bytes)::double as n from duckdb_memory()',
      );
      return Number(result.getRowObjects()[0]!.n);
    },
    close: () => connection.closeSync(),
  };
}
