import type { EventInput } from '@/lib/event';
import { labelOf, pillarTerms, typeTerms } from '@/lib/vocabulary';
import { createMapper } from './mapper';
import type { Mapping } from './mapping';
import type { Outcome } from './outcome';
import type { SourceRow } from './source-row';

/** Rows that become something else by changed rules: from what, to what, how many, and one of them. */
export interface KindChange {
  from: string;
  to: string;
  count: number;
  example: string;
}

export interface RulesPreview {
  /** Rows that were read, and events or rows that the rules look at. */
  rows: number;
  judged: number;
  changed: number;
  changes: KindChange[];
  /** Columns that rules ask for and the file does not have. */
  missing: string[];
}

const pillarWords = ({ pillars }: EventInput): string =>
  pillars.map((pillar) => labelOf(pillarTerms, pillar)).join(' and ');

/** What an outcome is, as far as rules decide it. */
function kindWords(outcome: Outcome | undefined): string {
  if (!outcome) return 'Left out';
  if (outcome.kind === 'skipped') return `Left out: ${outcome.reason}`;
  if (outcome.kind === 'rejected') return 'Rejected';
  const { event } = outcome;
  const roles = event.actors.map(({ role }) => role).join(', ');
  const words = `${labelOf(typeTerms, event.type)}, ${pillarWords(event)}, ${event.confidence}`;
  return roles === '' ? words : `${words} (roles: ${roles})`;
}

/** Outcomes by what they are of: a row, or where events are made of many rows, an identifier. */
function byName(
  rows: readonly SourceRow[],
  columns: readonly string[],
  mapping: Mapping,
): Map<string, Outcome> {
  const mapper = createMapper(mapping, columns);
  const outcomes = [...rows.flatMap((row) => mapper.push(row)), ...mapper.end()];
  const spells = mapping.way.startsWith('levels');
  return new Map(
    outcomes.flatMap((outcome): [string, Outcome][] => {
      if (spells) return outcome.kind === 'event' ? [[outcome.externalId?.value ?? '', outcome]] : [];
      return [[String(outcome.kind === 'event' ? outcome.rows[0] : outcome.row), outcome]];
    }),
  );
}

const exampleOf = (outcome: Outcome): string =>
  outcome.kind === 'event' ? outcome.event.title : `Row ${outcome.row}`;

/** What other rules would make of the same rows: how many become something else, by what they were and what they become. */
export function previewRules(
  { rows, columns }: { rows: readonly SourceRow[]; columns: readonly string[] },
  before: Mapping,
  after: Mapping,
): RulesPreview {
  const [old, made] = [byName(rows, columns, before), byName(rows, columns, after)];
  const changes = new Map<string, KindChange>();
  const names = new Set([...old.keys(), ...made.keys()]);
  let changed = 0;
  for (const name of names) {
    const [was, is] = [old.get(name), made.get(name)];
    const [from, to] = [kindWords(was), kindWords(is)];
    if (from === to) continue;
    changed++;
    const found = changes.get(`${from}\n${to}`);
    if (found) found.count++;
    else changes.set(`${from}\n${to}`, { from, to, count: 1, example: exampleOf((is ?? was)!) });
  }
  const asked = after.rules.flatMap(({ when }) => when.map(({ column }) => column));
  const spells = after.way.startsWith('levels');
  return {
    rows: rows.length,
    judged: names.size,
    changed,
    changes: [...changes.values()].sort((a, b) => b.count - a.count).slice(0, 50),
    missing: spells ? [] : [...new Set(asked)].filter((column) => !columns.includes(column)),
  };
}
