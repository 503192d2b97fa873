import { roles, roleTerms } from '@/lib/vocabulary';
import type { Rule } from './mapping';

/** A form as it stands: every field a text, lists as numbered rows. */
export type Draft = Record<string, string>;

export interface DraftError {
  field: string;
  message: string;
}

const MOST_RULES = 300;
const keys = ['when', 'type', 'pillars', 'confidence', 'roles', 'skip'] as const;

/** What stands for an empty cell in a condition. */
const EMPTY = '(empty)';

/** The parts of a list in a text, without blanks. */
export const listOf = (text = '', separator = /[,\n]/): string[] =>
  text
    .split(separator)
    .map((one) => one.trim())
    .filter(Boolean);

/** Conditions as lines "column = value | value". */
export const conditionText = ({ when }: Pick<Rule, 'when'>): string =>
  when.map(({ column, is }) => `${column} = ${is.map((value) => value || EMPTY).join(' | ')}`).join('\n');

/** The conditions that a text says; or the line that says none. */
function conditionsOf(text: string): Rule['when'] | string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const made = lines.map((line) => {
    // Not a pattern: one that finds the same takes cubic time on a crafted line.
    const at = line.indexOf('=');
    const [column, values] = at === -1 ? ['', ''] : [line.slice(0, at).trim(), line.slice(at + 1)];
    return { column, is: listOf(values, /\|/).map((value) => (value === EMPTY ? '' : value)) };
  });
  const wrong = made.findIndex(({ column, is }) => column === '' || is.length === 0);
  return wrong === -1 ? made : lines[wrong]!;
}

/** Rules as rows of a form. */
export function rulesDraft(rules: readonly Rule[]): Draft {
  const draft: Draft = { rules: String(rules.length) };
  rules.forEach((rule, i) => {
    draft[`rule.${i}.when`] = conditionText(rule);
    draft[`rule.${i}.type`] = rule.type ?? '';
    draft[`rule.${i}.pillars`] = rule.pillars.join(' ');
    draft[`rule.${i}.confidence`] = rule.confidence ?? '';
    draft[`rule.${i}.roles`] = rule.roles.join(', ');
    draft[`rule.${i}.skip`] = rule.skip ?? '';
  });
  return draft;
}

type Row = Record<(typeof keys)[number], string>;

function rowsIn(draft: Draft): Row[] {
  const count = Math.min(MOST_RULES, Number(draft.rules) || 0);
  return Array.from(
    { length: Math.max(0, count) },
    (_, i) => Object.fromEntries(keys.map((key) => [key, draft[`rule.${i}.${key}`]?.trim() ?? ''])) as Row,
  );
}

const isBlank = (row: Row): boolean => keys.every((key) => row[key] === '');

/** What a button of the rules asks for: "up.3", "down.3", "remove.3" or "add"; null for any other. */
const ARRANGE = /^(?:(up|down|remove)\.(\d{1,3})|add)$/;

/** The form with a rule moved, taken away or added as its button says; null where the button is none of the rules'. */
export function arranged(draft: Draft, intent: string): Draft | null {
  const asked = ARRANGE.exec(intent);
  if (!asked) return null;
  const rows = rowsIn(draft);
  const [, what, index] = asked;
  const at = Number(index);
  const blank = Object.fromEntries(keys.map((key) => [key, ''])) as Row;
  if (what === undefined) rows.push(blank);
  else if (what === 'remove') rows.splice(at, 1);
  else {
    const to = what === 'up' ? at - 1 : at + 1;
    if (rows[at] && rows[to]) [rows[at], rows[to]] = [rows[to], rows[at]];
  }
  const rest = Object.fromEntries(Object.entries(draft).filter(([name]) => !name.startsWith('rule.')));
  const kept = rows.slice(0, MOST_RULES);
  const moved: Draft = { ...rest, rules: String(kept.length) };
  kept.forEach((row, i) => {
    for (const key of keys) moved[`rule.${i}.${key}`] = row[key];
  });
  return moved;
}

/** The id of the control that takes the focus when a rule was moved, taken away or added. */
export function focusAfter(intent: string, { rules }: Draft): string {
  const [what = '', index = ''] = intent.split('.');
  const last = Number(rules) - 1;
  if (what === 'add') return `rule.${last}.when`;
  if (what === 'remove') return last < 0 ? 'add-rule' : `rule.${Math.min(Number(index), last)}.remove`;
  const at = Math.min(last, Math.max(0, Number(index) + (what === 'up' ? -1 : 1)));
  // At either end the button that led there is off.
  return `rule.${at}.${(what === 'up' && at === 0) || (what === 'down' && at === last) ? 'when' : what}`;
}

/** Codes of roles that a text names, by code or label; or the word that is none. */
function rolesOf(text: string): { codes: string[] } | { word: string } {
  const words = listOf(text);
  const codes = words.map(
    (word) =>
      roleTerms.find(({ code, label }) => [code, label.toLowerCase()].includes(word.toLowerCase()))?.code,
  );
  const wrong = codes.indexOf(undefined);
  return wrong === -1 ? { codes: codes as string[] } : { word: words[wrong]! };
}

function ruleOf(row: Row, i: number, errors: DraftError[]): unknown[] {
  const refuse = (key: keyof Row, message: string): void =>
    void errors.push({ field: `rule.${i}.${key}`, message: `Rule ${i + 1}: ${message}` });
  const when = conditionsOf(row.when);
  if (typeof when === 'string')
    refuse('when', `write “column = value | value” in place of “${when.slice(0, 60)}”`);
  const named = rolesOf(row.roles);
  if ('word' in named) refuse('roles', `“${named.word.slice(0, 40)}” is no role: use ${roles.join(', ')}`);
  if (keys.every((key) => key === 'when' || row[key] === ''))
    refuse('type', 'say what it makes of a row, or remove it');
  if (row.skip !== '' && (row.type || row.pillars || row.confidence || row.roles))
    refuse('skip', 'a row that is left out has no type, pillars, confidence or roles');
  if (typeof when === 'string' || 'word' in named) return [];
  return [
    {
      when,
      type: row.type || null,
      pillars: listOf(row.pillars, / /),
      confidence: row.confidence || null,
      roles: named.codes,
      skip: row.skip || null,
    },
  ];
}

/** The rules that a form says, for the schema to check; blank rows are none. What cannot be read is added to `errors`. */
export function rulesOf(draft: Draft, errors: DraftError[]): unknown[] {
  return rowsIn(draft).flatMap((row, i) => (isBlank(row) ? [] : ruleOf(row, i, errors)));
}

/** Rules that no row can reach, since one before them takes every row, or asks for the same. */
export function unreached(draft: Draft): DraftError[] {
  const rows = rowsIn(draft);
  const seen = new Map<string, number>();
  let all: number | null = null;
  return rows.flatMap((row, i) => {
    if (isBlank(row)) return [];
    const when = conditionsOf(row.when);
    if (typeof when === 'string') return [];
    const name = conditionText({ when });
    const before = all ?? seen.get(name);
    seen.set(name, before ?? i);
    if (when.length === 0) all ??= i;
    return before === undefined
      ? []
      : [
          {
            field: `rule.${i}.when`,
            message: `Rule ${i + 1}: no row reaches it, since rule ${before + 1} takes them all before it`,
          },
        ];
  });
}

/** The form's field that a path of the schema means: of the rules the blank ones are not in what it checked. */
export function fieldOfPath(draft: Draft, path: readonly PropertyKey[]): DraftError['field'] {
  const [first, nth, key] = path;
  if (first !== 'rules' || typeof nth !== 'number') return path.map(String).join('.');
  const filled = rowsIn(draft).flatMap((row, i) => (isBlank(row) ? [] : [i]));
  return `rule.${filled[nth] ?? nth}.${keys.find((one) => one === key) ?? 'when'}`;
}
