import { cpus } from 'node:os';
import { arqueroEngine } from './arquero';
import { crossfilterEngine } from './crossfilter';
import { duckdb } from './duckdb';
import type { EngineKind } from './engine';
import { ours } from './ours';
import { postgresEngine } from './postgres';
import { facetByFacet, oneGroupingSetsPass } from './sql-text';

const cores = cpus().length;

/** The engines that are measured, ours first: the baseline of the table. */
export const engineKinds = {
  ours: { label: 'countFacets, one thread', heap: 4_000, most: Infinity, build: ours },
  duckdb: {
    label: `DuckDB, ${cores} threads`,
    heap: 4_000,
    most: Infinity,
    build: (columns) => duckdb(columns, cores, facetByFacet),
  },
  duckdbOne: {
    label: 'DuckDB, one thread',
    heap: 4_000,
    most: Infinity,
    build: (columns) => duckdb(columns, 1, facetByFacet),
  },
  duckdbSets: {
    label: `DuckDB, ${cores} threads, one GROUPING SETS pass`,
    heap: 4_000,
    most: Infinity,
    build: (columns) => duckdb(columns, cores, oneGroupingSetsPass),
  },
  arquero: { label: 'arquero', heap: 8_000, most: 2_000_000, build: arqueroEngine },
  crossfilter: { label: 'crossfilter2', heap: 8_000, most: 2_000_000, build: crossfilterEngine },
  postgres: {
    label: 'PostgreSQL, covering indexes, parallel workers',
    heap: 4_000,
    most: Infinity,
    build: (columns, url) => postgresEngine(columns, url, facetByFacet),
  },
  postgresSets: {
    label: 'PostgreSQL, one GROUPING SETS pass',
    heap: 4_000,
    most: Infinity,
    build: (columns, url) => postgresEngine(columns, url, oneGroupingSetsPass),
  },
} as const satisfies Record<string, EngineKind>;

export type EngineName = keyof typeof engineKinds;
