import type { Day } from '@/lib/days';
import type { Mapper } from './mapper';
import type { Mapping } from './mapping';
import type { Outcome } from './outcome';
import { jurisdictionOf, policyIndicators, spellRule, type Spell } from './policy-levels';
import type { SourceRow } from './source-row';
import { spellOutcome } from './spell-outcome';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** "01Jan2020" as a day; null for any other column. */
function dayOfColumn(name: string): Day | null {
  const match = /^(\d{2})([a-z]{3})(\d{4})$/i.exec(name);
  const month = match ? MONTHS.indexOf(match[2]!.toLowerCase()) + 1 : 0;
  return match && month > 0 ? `${match[3]}-${String(month).padStart(2, '0')}-${match[1]}` : null;
}

/** The runs of equal levels along the days of one row. */
function spellsAlong(
  cells: Record<string, string>,
  days: readonly { column: string; day: Day }[],
  indicator: string,
): Spell[] {
  const spells: Spell[] = [];
  // The level of the day before; null where it was not known.
  let before: number | null = null;
  for (const { column, day } of days) {
    const text = (cells[column] ?? '').trim();
    const level = text === '' || text === 'NA' ? null : Math.trunc(Number(text));
    const last = spells.at(-1);
    if (level !== null && level === before && last) last.to = day;
    else if (level !== null) spells.push({ indicator, level, everywhere: null, from: day, to: day, before });
    before = level;
  }
  return spells.filter((spell) => spell.level > 0 || (spell.before ?? 0) > 0);
}

/** A row a jurisdiction, a column a day: each row becomes its spells, the first of which accounts for it. */
export class LevelsAcross implements Mapper {
  readonly #days: readonly { column: string; day: Day }[];
  readonly #country: string;

  constructor(
    private readonly mapping: Mapping,
    columns: readonly string[],
  ) {
    this.#days = columns.flatMap((column) => {
      const day = dayOfColumn(column);
      return day ? [{ column, day }] : [];
    });
    this.#country = columns.includes('CountryCode') ? 'CountryCode' : 'country_code';
  }

  push(row: SourceRow): Outcome[] {
    const { cells } = row;
    const country = this.#country;
    const reject = (column: string, reason: string): Outcome[] => [
      {
        kind: 'rejected',
        row: row.row,
        problems: [{ column, value: cells[column] ?? '', reason }],
        raw: cells,
      },
    ];
    const indicator = this.mapping.indicators.find((name) => policyIndicators[name]);
    if (!indicator)
      return reject(
        country,
        'Which indicator the file holds is not known: choose it. An index is a series, and no events',
      );
    const most = policyIndicators[indicator]!.levels.length - 1;
    const odd = this.#days.find(({ column }) => Number(cells[column] || 0) > most);
    if (odd)
      return reject(
        odd.column,
        `It is no level of ${indicator}, which go to ${most}: an index is a series, not events`,
      );
    const place = jurisdictionOf(cells[country] ?? '', cells.RegionCode ?? '', cells.RegionName ?? '');
    if (!place) return reject(country, 'It is no place of the record’s list');
    const all = spellsAlong(cells, this.#days, indicator);
    const why = all.map((spell) => spellRule(spell, place, this.mapping)?.skip ?? null);
    const spells = all.filter((_, i) => why[i] === null);
    if (spells.length === 0)
      return [{ kind: 'skipped', row: row.row, reason: why[0] ?? 'No restriction was in force' }];
    // The raw row has a cell a day: of it the jurisdiction alone is kept.
    const raw = { row: row.row, cells: { [country]: cells[country] ?? '' } };
    return spells.map((spell, i) => spellOutcome(spell, place, this.mapping, i === 0 ? [row.row] : [], raw));
  }

  end(): Outcome[] {
    return [];
  }
}
