import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMapper } from '@/lib/import/mapper';
import { openTable } from '@/lib/import/open-table';
import type { Outcome } from '@/lib/import/outcome';
import { presetMapping, recognise } from '@/lib/import/presets';
import type { SourceRow } from '@/lib/import/source-row';

/** Every row is accounted for exactly once. */
function expectWhole(rows: readonly SourceRow[], outcomes: readonly Outcome[]): void {
  const told = outcomes.flatMap((outcome) => (outcome.kind === 'event' ? outcome.rows : [outcome.row]));
  expect(told.sort((a, b) => a - b)).toEqual(rows.map(({ row }) => row));
}

const DATA = '../shared/data';

describe.skipIf(!existsSync(DATA))(`public files (in ${DATA}; skipped where that folder is missing)`, () => {
  it.each([
    ['ucdp-ukraine/conflict_data_ukr_to2021.csv', 'ucdp', 2989],
    ['cobap/policy_list.csv', 'cobap', 1717],
    ['acaps-measures/acaps_v6_2020-04-12.xlsx', 'acaps', 4274],
    ['oxcgrt-gbr-notes/OxCGRT_fullwithnotes_GBR_v1.csv', 'oxcgrt', 117],
    ['oxcgrt-timeseries/legacy_202207_c6_stay_at_home_requirements.csv', 'oxcgrt-wide', 1452],
  ])('%s is %s and makes %i events, with every row accounted for', async (name, key, count) => {
    const table = await openTable(`${DATA}/${name}`);
    const found = recognise(table.columns)!;
    expect(found.key).toBe(key);
    const mapper = createMapper(presetMapping(found, table.columns, name), table.columns);
    const rows: SourceRow[] = [];
    const outcomes: Outcome[] = [];
    for await (const row of table.rows) {
      rows.push({ row: row.row, cells: {} });
      outcomes.push(...mapper.push(row));
    }
    outcomes.push(...mapper.end());
    expectWhole(rows, outcomes);
    expect(outcomes.filter(({ kind }) => kind === 'event')).toHaveLength(count);
  });
});
