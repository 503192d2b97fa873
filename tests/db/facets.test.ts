import { and, sql, type SQL } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { createEvents } from '@/db/event-writes';
import { readFacets, readPeriods } from '@/db/facets';
import { readNamedFacets } from '@/db/named-facets';
import { whereFilters } from '@/db/where';
import { dayFromNumber } from '@/lib/days';
import { noFilters, withFilters, type Filters } from '@/lib/filters';
import { places } from '@/lib/places';
import { confidences, datingOf, datings, eventTypes, pillars, precisions } from '@/lib/vocabulary';
import { anyDay, anyFilters, anyStoredEvent, sampleEvents } from '../setup/arbitraries';
import { testDatabase } from '../setup/database';

let db: Database;

beforeAll(async () => {
  ({ db } = await testDatabase());
  await createEvents(db, sampleEvents(300, 11, anyStoredEvent), null);
});

type Counts = Record<string, number>;

/** How many events there are of each value, counted by PostgreSQL. */
async function grouped(value: SQL, from: SQL, where: SQL | undefined): Promise<Counts> {
  const rows = await db.execute<{ value: string; n: number }>(
    sql`select ${value}::text as value, count(distinct events.id)::int as n from ${from} where ${where ?? sql`true`} group by 1`,
  );
  return Object.fromEntries(rows.map((row) => [row.value, row.n]));
}

/** A column of the index as an object without its zeros. */
function named(codes: readonly string[], counts: ArrayLike<number>): Counts {
  return Object.fromEntries(
    codes.map((code, i): [string, number] => [code, counts[i]!]).filter(([, n]) => n > 0),
  );
}

const byDating = sql.join(
  [sql`case`, ...precisions.map((one) => sql`when precision = ${one} then ${datingOf(one)}`), sql`end`],
  sql` `,
);
const above = sql`events join places below on below.code = events.region join places on starts_with(below.path, places.path)`;
const reported = sql`precision = 'reported'`;

/** Every facet of one question, by SQL: each under all filters but its own. */
async function bySql(filters: Filters) {
  const under = (key: keyof Filters, value: SQL, from: SQL, more?: SQL) =>
    grouped(value, from, and(whereFilters(filters, key), more));
  const options = async (more?: SQL) => ({
    pillar: await under('pillar', sql`pillar`, sql`events, unnest(events.pillars) pillar`, more),
    type: await under('type', sql`type`, sql`events`, more),
    region: await under('region', sql`places.code`, above, more),
  });
  return {
    ...(await options()),
    reported: await options(reported),
    total: (await grouped(sql`true`, sql`events`, whereFilters(filters))).true ?? 0,
    confidence: await under('confidence', sql`confidence`, sql`events`),
    dated: await under('dated', byDating, sql`events`),
    set: await under('set', sql`source_set`, sql`events`),
    actor: await under('actor', sql`a.name`, sql`events join event_actors a on a.event_id = events.id`),
    origin: await under('origin', sql`origin`, sql`events join places o on o.code = events.origin`),
    article: await under(
      'article',
      sql`s.article`,
      sql`events join event_sources s on s.event_id = events.id and s.article is not null`,
    ),
    years: await grouped(
      sql`extract(year from greatest(starts_on, ${filters.from}::date))`,
      sql`events`,
      whereFilters(filters),
    ),
    present: await grouped(sql`places.code`, above, whereFilters(noFilters)),
  };
}

/** The same of the in-memory index and what goes with it. */
async function byIndex(filters: Filters) {
  const facets = await readFacets(db, filters);
  const options = (of: { pillar: Uint32Array; type: Uint32Array; region: Uint32Array }) => ({
    pillar: named(pillars, of.pillar),
    type: named(eventTypes, of.type),
    region: named(codes, of.region),
  });
  const codes = places.map((place) => place.code);
  const list = (counts: { value: string; count: number | null }[]) =>
    named(
      counts.map((one) => one.value),
      counts.map((one) => one.count!),
    );
  return {
    ...options(facets),
    reported: options(facets.reported),
    total: facets.total,
    confidence: named(confidences, facets.confidence),
    dated: named(datings, facets.dated),
    set: list(facets.set),
    actor: list(facets.actor),
    origin: list(facets.origin),
    article: list(facets.article),
    years: list(facets.years.map(({ year, count }) => ({ value: String(year), count }))),
    present: named(codes, facets.present),
  };
}

describe('readFacets', () => {
  it('counts what SQL counts, for any filters', async () => {
    await fc.assert(
      fc.asyncProperty(anyFilters, async (filters) => {
        expect(await byIndex(filters)).toEqual(await bySql(filters));
      }),
      { numRuns: 60 },
    );
  });

  it('knows the first and the last day of what passes, and of the whole record', async () => {
    await fc.assert(
      fc.asyncProperty(anyFilters, async (filters) => {
        const facets = await readFacets(db, filters);
        const ends = (where: SQL) =>
          db.execute(
            sql`select min(starts_on)::text as from, max(ends_on)::text as to from events where ${where}`,
          );
        const words = (span: { from: number; to: number } | null) => ({
          from: span && dayFromNumber(span.from),
          to: span && dayFromNumber(span.to),
        });
        expect([words(facets.span)]).toEqual([...(await ends(whereFilters(filters)))]);
        expect([words(facets.extent)]).toEqual([...(await ends(whereFilters(noFilters)))]);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps options that nothing passes, so that a form can show them as zero', async () => {
    const facets = await readFacets(db, withFilters(noFilters, { actor: ['nobody'], article: ['nothing'] }));
    expect(facets.total).toBe(0);
    expect(facets.article.map(({ count }) => count)).toEqual([0, 0, 0]);
    expect(facets.actor.map(({ value }) => value).toSorted()).toEqual([
      'Hizbullah',
      'Islamic State',
      'Police',
    ]);
  });
});

describe('readNamedFacets', () => {
  it('of a very large record counts only what is shown, and names what is chosen', async () => {
    const filters = withFilters(noFilters, {
      actor: ['Police'],
      origin: ['KZ'],
      article: ['cap-2020-06'],
    });
    const large = { size: 2_000_000, shown: ['origin'] };
    const counted = await readNamedFacets(db, filters, { size: 300, shown: [] });
    expect(await readNamedFacets(db, filters, large)).toEqual({
      actor: [{ value: 'Police', label: 'Police', count: null }],
      origin: counted.origin,
      article: [{ ...counted.article.find(({ value }) => value === 'cap-2020-06'), count: null }],
      uncounted: ['actor', 'article'],
    });
  });
});

describe('readPeriods', () => {
  it('counts what SQL counts in each period, for any filters and any range', async () => {
    await fc.assert(
      fc.asyncProperty(anyFilters, anyDay, anyDay, async (filters, a, b) => {
        const range = { from: a < b ? a : b, to: a < b ? b : a };
        const { columns, total } = await readPeriods(db, filters, range);
        const where = whereFilters(withFilters(filters, range));
        const first = sql`greatest(starts_on, ${range.from}::date)`;
        const day = await grouped(first, sql`events`, where);
        const sum = (from: string, to: string) =>
          Object.entries(day).reduce((n, [on, count]) => (on >= from && on <= to ? n + count : n), 0);
        expect(columns.map((column) => column.total)).toEqual(columns.map(({ from, to }) => sum(from, to)));
        expect(total).toBe((await grouped(sql`true`, sql`events`, where)).true ?? 0);
      }),
      { numRuns: 40 },
    );
  });
});
