import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createMapper } from '@/lib/import/mapper';
import { openTable } from '@/lib/import/open-table';
import { presetMapping, recognise } from '@/lib/import/presets';

/**
 * What the import makes of every table below a folder: `npx tsx tests/bench/import-files.ts FOLDER` prints the table of
 * docs/import.md. Nothing is written, and no database is needed.
 */
interface Tally {
  rows: number;
  events: number;
  skipped: Map<string, number>;
  rejected: Map<string, number>;
}

const count = (tally: Map<string, number>, key: string): void => {
  tally.set(key, (tally.get(key) ?? 0) + 1);
};
const sum = (tally: ReadonlyMap<string, number>): number => [...tally.values()].reduce((a, b) => a + b, 0);
const words = (tally: ReadonlyMap<string, number>): string =>
  [...tally]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, n]) => `${n} × ${reason}`)
    .join('; ');

async function tallyOf(file: string): Promise<{ preset: string; tally: Tally }> {
  const table = await openTable(file);
  const preset = recognise(table.columns);
  const tally: Tally = { rows: 0, events: 0, skipped: new Map(), rejected: new Map() };
  if (!preset) return { preset: 'none', tally };
  const mapper = createMapper(presetMapping(preset, table.columns, path.basename(file)), table.columns);
  const take = (outcomes: ReturnType<typeof mapper.end>): void => {
    for (const outcome of outcomes)
      if (outcome.kind === 'event') tally.events++;
      else if (outcome.kind === 'skipped') count(tally.skipped, outcome.reason);
      else
        count(
          tally.rejected,
          outcome.problems.map((p) => `${p.column.replace(/^\d+\w+\d+$/, 'a day')}: ${p.reason}`).join(', '),
        );
  };
  for await (const row of table.rows) {
    tally.rows++;
    take(mapper.push(row));
  }
  take(mapper.end());
  return { preset: preset.title, tally };
}

const folder = process.argv[2] ?? '../shared/data';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:csv|xlsx|json)$/.test(name))
  .sort();
process.stdout.write(
  '| File | Read as | Rows | Events | Skipped | Rejected | Why |\n| --- | --- | --: | --: | --: | --: | --- |\n',
);
for (const name of files) {
  const { preset, tally } = await tallyOf(path.join(folder, name));
  const why = [words(tally.skipped), words(tally.rejected)].filter(Boolean).join('; ');
  process.stdout.write(
    `| ${name} | ${preset} | ${tally.rows} | ${tally.events} | ${sum(tally.skipped)} | ${sum(tally.rejected)} | ${why} |\n`,
  );
}
