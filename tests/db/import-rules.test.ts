import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { createImport, keepMapping, noteLook } from '@/db/import/imports';
import { planByRecord } from '@/db/import/plan';
import { currentRules, newestFile, rulesVersions, saveRules } from '@/db/import/preset-rules';
import { users } from '@/db/schema-auth';
import { ruleBookSchema } from '@/lib/import/mapping';
import { shapeOf } from '@/lib/import/plan-file';
import { shippedRules } from '@/lib/import/presets';
import { acled } from '@/lib/import/presets/acled';
import { testDatabase } from '../setup/database';

let db: Database;
const person = { id: 'someone' };

beforeAll(async () => {
  ({ db } = await testDatabase());
  await db.insert(users).values({ id: person.id, name: 'Some One', email: 'someone@example.test' });
});

beforeEach(async () => {
  await db.execute(sql`truncate imports, import_rules, import_mappings cascade`);
});

describe('the rules of a format', () => {
  const columns = [...acled.columns, 'iso'];
  const look = { format: 'csv' as const, encoding: 'utf-8' as const, columns, rows: [] };
  const shipped = shippedRules(acled);
  const riots = ruleBookSchema.parse({
    ...shipped,
    rules: [{ when: [{ column: 'event_type', is: ['Riot*'] }], type: 'attack' }, ...shipped.rules],
  });
  const audited = async () =>
    (
      await db.execute(sql`select detail, before -> 'rules' as before, after -> 'rules' as after, who
        from audit_log where action = 'import.rules' order by seq desc`)
    )[0];

  it('are those of the product until somebody saves others, which the next file is read by', async () => {
    expect((await currentRules(db)).get('acled')).toMatchObject({ version: 0, shipped: true });
    expect(await saveRules(db, acled, riots, { seen: 0, by: person })).toBe(1);
    expect(await audited()).toMatchObject({
      detail: { version: 1, shipped: false },
      before: shipped.rules,
      after: riots.rules,
    });
    const { mapping } = await planByRecord(db, look, 'x.csv');
    expect(mapping).toMatchObject({ preset: 'acled', rulesVersion: 1, rules: riots.rules });
    expect((await planByRecord(db, look, 'x.csv', 'acled')).mapping.rulesVersion).toBe(1);
    expect((await currentRules(db)).get('gtd')).toMatchObject({ version: 0 });
  });

  it('are not overwritten by who has not seen them, and every version stays', async () => {
    const both = await Promise.all([
      saveRules(db, acled, riots, { seen: 0, by: person }),
      saveRules(db, acled, shipped, { seen: 0, by: person }),
    ]);
    expect(both.filter((version) => version === null)).toHaveLength(1);
    await saveRules(db, acled, shipped, { seen: 1, by: person });
    const versions = await rulesVersions(db, acled);
    expect(versions.map(({ version }) => version)).toEqual([2, 1, 0]);
    expect(versions[0]).toMatchObject({ shipped: true, savedByName: 'Some One', rules: shipped.rules });
  });

  it('give way in a kept mapping to newer ones, not to those that it was changed from', async () => {
    const first = await planByRecord(db, look, 'x.csv');
    const own = { ...first.mapping, rules: [], fields: { ...first.mapping.fields, title: '{notes}' } };
    await keepMapping(db, shapeOf(columns), { mapping: own, sourceSet: 'desk' }, null);
    const kept = await planByRecord(db, look, 'x.csv');
    expect(kept).toMatchObject({ kept: true, mapping: own });
    await saveRules(db, acled, riots, { seen: 0, by: person });
    const newer = await planByRecord(db, look, 'x.csv');
    expect(newer.mapping).toEqual({ ...own, rules: riots.rules, rulesVersion: 1 });
  });

  it('leave the indicator of a kept mapping to the name of the file', async () => {
    const days = Array.from({ length: 31 }, (_, i) => `${String(i + 1).padStart(2, '0')}Jan2020`);
    const wide = { ...look, columns: ['country_code', ...days] };
    const { mapping } = await planByRecord(db, wide, 'c1_school_closing.csv');
    await keepMapping(db, shapeOf(wide.columns), { mapping, sourceSet: 'desk' }, null);
    expect((await planByRecord(db, wide, 'c2_workplace_closing.csv')).mapping.indicators).toEqual(['C2']);
    expect((await planByRecord(db, wide, 'levels.csv')).mapping.indicators).toEqual(['C1']);
  });

  it('are previewed on the newest file that is still here, read by the encoding that was found', async () => {
    const file = { bytes: 1, sha256: '', by: null };
    expect(await newestFile(db, acled)).toBeNull();
    const gone = await createImport(db, { ...file, fileName: 'gone.csv', storedAs: null });
    const here = await createImport(db, { ...file, fileName: 'here.csv', storedAs: 'here' });
    const other = await createImport(db, { ...file, fileName: 'other.csv', storedAs: 'other' });
    for (const id of [gone, here]) await noteLook(db, id, { ...look, encoding: 'windows-1252' });
    await noteLook(db, other, { ...look, columns: ['a'] });
    expect(await newestFile(db, acled)).toMatchObject({ id: here, encoding: 'windows-1252' });
  });
});
