import { mappingSchema, type Mapping, type RuleBook } from './mapping';
import type { Preset } from './preset';
import { acaps } from './presets/acaps';
import { acled } from './presets/acled';
import { cobap } from './presets/cobap';
import { gtd } from './presets/gtd';
import { oxcgrtAcross, oxcgrtByDay } from './presets/oxcgrt';
import { pillarwatch } from './presets/pillarwatch';
import { ucdp } from './presets/ucdp';

/** Every known format; the first that fits a file's columns is taken. */
export const presets: readonly Preset[] = [
  pillarwatch,
  acled,
  ucdp,
  gtd,
  oxcgrtByDay,
  oxcgrtAcross,
  cobap,
  acaps,
];

/** The format of a file with these columns, in any order and case; null for one that is not known. */
export function recognise(columns: readonly string[]): Preset | null {
  const names = columns.map((name) => name.trim().toLowerCase());
  return (
    presets.find(
      (preset) => preset.columns.every((name) => names.includes(name)) && (preset.also?.(names) ?? true),
    ) ?? null
  );
}

/** Columns of a template and of all else that names columns, as the file writes them: old files shout. */
function asWritten<T>(value: T, written: ReadonlyMap<string, string>): T {
  if (typeof value === 'string')
    return (written.get(value.toLowerCase()) ??
      value.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => {
        const column = written.get(name.toLowerCase());
        return column ? `{${column}}` : whole;
      })) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => asWritten(one, written)) as T;
  return value;
}

/** Old names of ACLED's columns. */
const ALIASES: Record<string, string> = { event_id_no_cnty: 'event_id_cnty', data_id: 'event_id_cnty' };

/** Rules of a preset as they are kept: of a version, from 1; 0 for those that come with the product. */
export interface KeptRules extends RuleBook {
  version: number;
}

/** The rules that come with a format. */
export function shippedRules(preset: Preset): KeptRules {
  const { rules, defaults } = mappingSchema.parse(preset.mapping);
  const { type, pillars, confidence } = defaults;
  return { version: 0, rules, otherwise: { type, pillars, confidence } };
}

/**
 * The mapping of a known format for a file with these columns, by its rules as they are kept. `fileName` tells the indicator of
 * files that hold one.
 */
export function presetMapping(
  preset: Preset,
  columns: readonly string[],
  fileName = '',
  kept: KeptRules = shippedRules(preset),
): Mapping {
  const written = new Map(columns.map((name) => [name.trim().toLowerCase(), name]));
  for (const [old, now] of Object.entries(ALIASES))
    if (written.has(old) && !written.has(now)) written.set(now, written.get(old)!);
  const mapping = mappingSchema.parse(preset.mapping);
  const { fields, date } = mapping;
  const lists = { actors: fields.actors, measures: fields.measures };
  const renamed = Object.fromEntries(
    Object.entries(lists).map(([key, list]) => [
      key,
      list.map((one) => ({ ...one, column: asWritten(one.column, written) })),
    ]),
  );
  const plain = Object.fromEntries(
    Object.entries(fields)
      .filter(([key]) => !(key in lists))
      .map(([key, value]) => [key, asWritten(value, written)]),
  );
  const found = /(?:^|[^a-z0-9])(c[1-8]|h[68])(?!_flag)(?:[^a-z0-9]|$)/i.exec(fileName)?.[1]?.toUpperCase();
  return mappingSchema.parse({
    ...mapping,
    fields: { ...plain, ...renamed },
    date: dateAsWritten(date, written),
    rulesVersion: kept.version,
    defaults: { ...mapping.defaults, ...kept.otherwise },
    rules: kept.rules.map((rule) => ({
      ...rule,
      when: rule.when.map(({ column, is }) => ({ column: asWritten(column, written), is })),
    })),
    indicators: mapping.way === 'levels-across' ? (found ? [found] : []) : mapping.indicators,
  });
}

function dateAsWritten(date: Mapping['date'], written: ReadonlyMap<string, string>): Mapping['date'] {
  const one = (name: string): string => asWritten(name, written);
  if (date.kind === 'parts')
    return { ...date, year: one(date.year), month: one(date.month), day: one(date.day) };
  if (date.kind === 'words') return { ...date, column: one(date.column) };
  const precision = date.precision && { ...date.precision, column: one(date.precision.column) };
  return { ...date, column: one(date.column), end: one(date.end), precision };
}
