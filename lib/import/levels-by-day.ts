import type { Day } from '@/lib/days';
import { readDay } from './cells';
import type { Mapper } from './mapper';
import type { Mapping } from './mapping';
import type { Outcome } from './outcome';
import {
  jurisdictionOf,
  nextDay,
  policyIndicators,
  spellRule,
  type Jurisdiction,
  type Spell,
} from './policy-levels';
import type { SourceRow } from './source-row';
import { spellOutcome } from './spell-outcome';

interface Watched {
  indicator: string;
  level: string;
  flag: string;
}

/** The columns of an indicator's level and flag: of everyone, where those with and without a vaccine differ. */
function levelColumns(columns: readonly string[], indicator: string): Watched[] {
  if (!policyIndicators[indicator]) return [];
  const starts = (prefix: string) =>
    columns.find((name) => name.startsWith(prefix) && !/_(?:Flag|Notes)$/i.test(name));
  const level = ['M_', '_', 'EV_', 'E_'].map((end) => starts(indicator + end)).find(Boolean);
  if (!level) return [];
  const flag = `${level.slice(0, level.indexOf('_'))}_Flag`;
  return [{ indicator, level, flag: columns.includes(flag) ? flag : '' }];
}

/** A level in a cell; null where none is given. */
function readLevel(text: string): number | null {
  const level = Math.trunc(Number(text));
  return text.trim() === '' || !Number.isFinite(level) ? null : level;
}

const readFlag = (text: string): boolean | null => (text.trim() === '' ? null : Number(text) === 1);

/** Why the row has no place or no day. */
function rejected({ row, cells }: SourceRow, here: Jurisdiction | null): Outcome {
  const column = here ? 'Date' : 'CountryCode';
  const reason = here ? 'It is no day' : 'It is no place of the record’s list';
  return { kind: 'rejected', row, problems: [{ column, value: cells[column] ?? '', reason }], raw: cells };
}

/** A row a jurisdiction and day: runs of equal levels, found as the rows come, become spells. */
export class LevelsByDay implements Mapper {
  readonly #watched: readonly Watched[];
  #place: Jurisdiction | null = null;
  readonly #open = new Map<string, Spell & { row: SourceRow }>();
  /** The last level of each indicator that is over, and its day. */
  readonly #before = new Map<string, { level: number; day: Day }>();

  constructor(
    private readonly mapping: Mapping,
    columns: readonly string[],
  ) {
    this.#watched = mapping.indicators.flatMap((indicator) => levelColumns(columns, indicator));
  }

  push(row: SourceRow): Outcome[] {
    const { cells } = row;
    const country = cells.CountryCode || cells.CountryName || '';
    const here = jurisdictionOf(country, cells.RegionCode ?? '', cells.RegionName ?? '');
    const day = readDay(cells.Date ?? '', 'ymd');
    if (!here || !day) return [rejected(row, here)];
    const moved = here.code === this.#place?.code ? [] : this.#moveTo(here);
    const made = this.#watched.flatMap((watched) => this.#take(watched, row, day));
    const known = this.#watched.some(({ level }) => readLevel(cells[level] ?? '') !== null);
    // Spells begin and end on several rows: each row is told as read, and the spells are events beside them.
    const reason = known ? 'A day of a spell: spells are the events' : 'No level is given for the day';
    return [...moved, ...made, { kind: 'skipped', row: row.row, reason }];
  }

  end(): Outcome[] {
    return [...this.#open.keys()].flatMap((indicator) => this.#close(indicator));
  }

  #moveTo(place: Jurisdiction): Outcome[] {
    const ended = this.end();
    this.#place = place;
    this.#before.clear();
    return ended;
  }

  /** Goes on with an indicator's spell, or ends it and begins another. */
  #take({ indicator, level, flag }: Watched, row: SourceRow, day: Day): Outcome[] {
    const value = readLevel(row.cells[level] ?? '');
    const everywhere = readFlag(row.cells[flag] ?? '');
    const now = this.#open.get(indicator);
    if (now && value === now.level && everywhere === now.everywhere && day === nextDay(now.to)) {
      now.to = day;
      return [];
    }
    const ended = this.#close(indicator);
    if (value === null) return ended;
    const last = this.#before.get(indicator);
    const before = last && nextDay(last.day) === day ? last.level : null;
    this.#open.set(indicator, { indicator, level: value, everywhere, from: day, to: day, before, row });
    return ended;
  }

  #close(indicator: string): Outcome[] {
    const spell = this.#open.get(indicator);
    if (!spell || !this.#place) return [];
    this.#open.delete(indicator);
    this.#before.set(indicator, { level: spell.level, day: spell.to });
    // No restriction is news only where one was before.
    const isNews = spell.level > 0 || (spell.before ?? 0) > 0;
    const isEvent = isNews && !spellRule(spell, this.#place, this.mapping)?.skip;
    return isEvent ? [spellOutcome(spell, this.#place, this.mapping, [], spell.row)] : [];
  }
}
