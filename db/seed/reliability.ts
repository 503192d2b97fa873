import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cohensKappa, type Agreement } from '@/lib/agreement';
import { pillars } from '@/lib/vocabulary';

const FILE = path.join(process.cwd(), 'db', 'seed', 'reliability.csv');

/** A happening as each reader coded it, before the third settled: a reader who did not code it has empty cells. */
interface Unit {
  final: string;
  article: string;
  a: string;
  b: string;
  a_type: string;
  b_type: string;
  a_pillars: string;
  b_pillars: string;
  a_place: string;
  b_place: string;
  a_from: string;
  b_from: string;
  a_to: string;
  b_to: string;
  a_precision: string;
  b_precision: string;
  rules: string;
}

/** The units of the two passes (db/seed/reliability.csv). */
export function readUnits(): Unit[] {
  return parse<Unit>(readFileSync(FILE, 'utf8'), { columns: true });
}

/** How many happenings each reader found, and how many both did. */
export interface Coverage {
  a: number;
  b: number;
  both: number;
}

/** What the two passes agree on, before they were reconciled. */
export function reliabilityOf(units: readonly Unit[]): { coverage: Coverage; rows: [string, Agreement][] } {
  const both = units.filter(({ a, b }) => a && b);
  const coverage = {
    a: units.filter(({ a }) => a).length,
    b: units.filter(({ b }) => b).length,
    both: both.length,
  };
  const agreement = (of: (unit: Unit, reader: 'a' | 'b') => string): Agreement =>
    cohensKappa(both.map((unit) => [of(unit, 'a'), of(unit, 'b')]));
  const has = (pillar: string) => (unit: Unit, reader: 'a' | 'b') =>
    String(unit[`${reader}_pillars`].split(' ').includes(pillar));
  return {
    coverage,
    rows: [
      ['Type', agreement((unit, reader) => unit[`${reader}_type`])],
      ...pillars.map((pillar): [string, Agreement] => [
        `Pillar: ${pillar[0]!.toUpperCase()}${pillar.slice(1)}`,
        agreement(has(pillar)),
      ]),
      ['All pillars the same', agreement((unit, reader) => unit[`${reader}_pillars`])],
      ['Place', agreement((unit, reader) => unit[`${reader}_place`])],
      [
        'First and last day',
        agreement((unit, reader) => `${unit[`${reader}_from`]} ${unit[`${reader}_to`]}`),
      ],
      ['Precision of the date', agreement((unit, reader) => unit[`${reader}_precision`])],
    ],
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** The agreement as a table in Markdown, as it stands in db/seed/README.md (a test holds the two together). */
export function reliabilityTable(units: readonly Unit[]): string {
  const { coverage, rows } = reliabilityOf(units);
  const either = coverage.a + coverage.b - coverage.both;
  return [
    `Reader A coded ${coverage.a} happenings, reader B ${coverage.b}; ${coverage.both} of the ${either} found by either were found by both (${percent(coverage.both / either)}).`,
    '',
    '| of the happenings found by both | same | Cohen’s kappa |',
    '| --- | --- | --- |',
    ...rows.map(
      ([name, { agreed, kappa }]) =>
        `| ${name} | ${percent(agreed)} | ${kappa === null ? 'not defined' : kappa.toFixed(2)} |`,
    ),
  ].join('\n');
}
