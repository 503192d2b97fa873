import { textOf, textsOf } from '@/lib/form-data';
import { mappingSchema, type Mapping, type Rule } from './mapping';

/** A mapping as it stands in its form: every field a text, lists as numbered rows. */
export type MappingDraft = Record<string, string>;

export const plainFields = [
  'externalId',
  'title',
  'summary',
  'locality',
  'latitude',
  'longitude',
  'origin',
  'type',
  'pillars',
  'confidence',
  'tags',
  'sourceTitle',
  'publisher',
  'url',
  'publishedOn',
] as const;
export const PLACES = 3;
export const ROWS = 4;
/** Rules that are blank, to fill in. */
const BLANK_RULES = 2;

/** What stands for an empty cell in a condition. */
const EMPTY = '(empty)';

/** Conditions as lines "column = value | value". */
const conditionText = ({ when }: Rule): string =>
  when.map(({ column, is }) => `${column} = ${is.map((value) => value || EMPTY).join(' | ')}`).join('\n');

function conditionsOf(text: string): Rule['when'] | string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const made = lines.map((line) => {
    // Not a pattern: one that finds the same takes cubic time on a crafted line.
    const at = line.indexOf('=');
    const [column, values] = at === -1 ? ['', ''] : [line.slice(0, at).trim(), line.slice(at + 1)];
    return {
      column,
      is: values
        .split('|')
        .map((value) => value.trim())
        .filter(Boolean)
        .map((value) => (value === EMPTY ? '' : value)),
    };
  });
  const wrong = made.findIndex(({ column, is }) => column === '' || is.length === 0);
  return wrong === -1 ? made : lines[wrong]!;
}

function dateDraft(date: Mapping['date']): MappingDraft {
  const parts = date.kind === 'parts' ? date : { year: '', month: '', day: '' };
  return {
    'date.kind': date.kind,
    'date.column': date.kind === 'parts' ? '' : date.column,
    'date.end': date.kind === 'day' ? date.end : '',
    'date.order': date.kind === 'day' ? date.order : 'dmy',
    'date.year': parts.year,
    'date.month': parts.month,
    'date.day': parts.day,
  };
}

function fieldsDraft(fields: Mapping['fields']): MappingDraft {
  const draft: MappingDraft = {};
  for (const field of plainFields) draft[`fields.${field}`] = fields[field];
  for (let i = 0; i < PLACES; i++) draft[`place.${i}`] = fields.place[i] ?? '';
  for (let i = 0; i < ROWS; i++) {
    draft[`actors.${i}.column`] = fields.actors[i]?.column ?? '';
    draft[`actors.${i}.role`] = fields.actors[i]?.role ?? '';
    draft[`measures.${i}.column`] = fields.measures[i]?.column ?? '';
    draft[`measures.${i}.measure`] = fields.measures[i]?.measure ?? '';
    draft[`measures.${i}.unit`] = fields.measures[i]?.unit ?? '';
  }
  return draft;
}

function rulesDraft(rules: readonly Rule[]): MappingDraft {
  const draft: MappingDraft = { rules: String(rules.length + BLANK_RULES) };
  rules.forEach((rule, i) => {
    draft[`rule.${i}.when`] = conditionText(rule);
    draft[`rule.${i}.type`] = rule.type ?? '';
    draft[`rule.${i}.pillars`] = rule.pillars.join(' ');
    draft[`rule.${i}.confidence`] = rule.confidence ?? '';
    draft[`rule.${i}.skip`] = rule.skip ?? '';
  });
  return draft;
}

/** The form of a mapping. */
export function mappingDraft(mapping: Mapping): MappingDraft {
  const { decimal, unknown, defaults, indicators } = mapping;
  return {
    ...dateDraft(mapping.date),
    ...fieldsDraft(mapping.fields),
    ...rulesDraft(mapping.rules),
    decimal,
    unknown: unknown.join(', '),
    indicators: indicators.join(', '),
    'defaults.type': defaults.type,
    'defaults.pillars': defaults.pillars.join(' '),
    'defaults.confidence': defaults.confidence,
    'defaults.sourceTitle': defaults.sourceTitle,
    'defaults.publisher': defaults.publisher,
    'defaults.url': defaults.url,
    'defaults.licence': defaults.licence,
  };
}

/** What was sent, as the form shows it again. */
export function mappingDraftFromForm(form: FormData): MappingDraft {
  const draft: MappingDraft = {};
  for (const name of new Set(form.keys()))
    if (/^[a-zA-Z]+(?:\.\w+){0,2}$/.test(name))
      draft[name] =
        name.endsWith('illars') && !name.startsWith('fields')
          ? textsOf(form, name).join(' ')
          : textOf(form, name);
  return draft;
}

export interface MappingError {
  field: string;
  message: string;
}

const list = (text = '', separator = /[,\n]/): string[] =>
  text
    .split(separator)
    .map((one) => one.trim())
    .filter(Boolean);

function rulesOf(draft: MappingDraft, errors: MappingError[]): unknown[] {
  const count = Math.min(300, Number(draft.rules) || 0);
  return Array.from({ length: count }, (_, i) => i).flatMap((i) => {
    const at = (key: string): string => draft[`rule.${i}.${key}`]?.trim() ?? '';
    const blank = ['when', 'type', 'pillars', 'confidence', 'skip'].every((key) => at(key) === '');
    if (blank) return [];
    const when = conditionsOf(at('when'));
    if (typeof when === 'string') {
      errors.push({
        field: `rule.${i}.when`,
        message: `Rule ${i + 1}: write “column = value | value” in place of “${when.slice(0, 60)}”`,
      });
      return [];
    }
    if (at('type') === '' && at('pillars') === '' && at('confidence') === '' && at('skip') === '')
      errors.push({ field: `rule.${i}.type`, message: `Rule ${i + 1}: say what it makes of a row` });
    return [
      {
        when,
        type: at('type') || null,
        pillars: list(at('pillars'), / /),
        confidence: at('confidence') || null,
        skip: at('skip') || null,
      },
    ];
  });
}

function dateOf(draft: MappingDraft, base: Mapping['date']): unknown {
  const kind = draft['date.kind'] ?? base.kind;
  if (kind === 'parts')
    return {
      kind,
      year: draft['date.year'] ?? '',
      month: draft['date.month'] ?? '',
      day: draft['date.day'] ?? '',
    };
  const column = draft['date.column'] ?? '';
  if (kind === 'words') return { kind, column };
  // How sharp a date is by another column comes with a preset, and stays as long as that column does.
  const precision = base.kind === 'day' ? base.precision : null;
  return { kind, column, end: draft['date.end'] ?? '', order: draft['date.order'] ?? 'dmy', precision };
}

function fieldsOf(draft: MappingDraft, base: Mapping['fields']): unknown {
  const at = (name: string): string => draft[name]?.trim() ?? '';
  const rows = Array.from({ length: ROWS }, (_, i) => i);
  return {
    ...base,
    ...Object.fromEntries(plainFields.map((field) => [field, at(`fields.${field}`)])),
    place: Array.from({ length: PLACES }, (_, i) => at(`place.${i}`)).filter(Boolean),
    actors: rows
      .filter((i) => at(`actors.${i}.column`))
      .map((i) => ({ column: at(`actors.${i}.column`), role: at(`actors.${i}.role`) || 'other' })),
    measures: rows
      .filter((i) => at(`measures.${i}.column`))
      .map((i) => ({
        column: at(`measures.${i}.column`),
        measure: at(`measures.${i}.measure`) || 'quantity',
        unit: at(`measures.${i}.unit`) || 'people',
      })),
  };
}

/** What cannot do without: found here, so that no file is read for nothing. */
function missing({ way, fields, date }: Mapping): MappingError[] {
  if (way !== 'rows') return [];
  const column = date.kind === 'parts' ? date.year : date.column;
  return [
    ...(column === ''
      ? [{ field: 'date.column', message: 'Choose the column that says when it happened' }]
      : []),
    ...(fields.place.length === 0
      ? [{ field: 'place.0', message: 'Choose the column that says where it happened' }]
      : []),
    ...(fields.title === '' && fields.summary === ''
      ? [{ field: 'fields.title', message: 'Choose what the title is made of' }]
      : []),
  ];
}

/** The mapping that a form says, over the one that it was made from; or every reason why it is none. */
export function mappingFromDraft(
  draft: MappingDraft,
  base: Mapping,
): { mapping: Mapping } | { errors: MappingError[] } {
  const errors: MappingError[] = [];
  const rows = base.way === 'rows';
  const parsed = mappingSchema.safeParse({
    ...base,
    ...(rows && {
      fields: fieldsOf(draft, base.fields),
      date: dateOf(draft, base.date),
      rules: rulesOf(draft, errors),
      decimal: draft.decimal,
      unknown: list(draft.unknown),
    }),
    indicators: draft.indicators === undefined ? base.indicators : list(draft.indicators.toUpperCase()),
    defaults: {
      ...base.defaults,
      type: draft['defaults.type'] || base.defaults.type,
      pillars: draft['defaults.pillars'] === undefined ? [] : list(draft['defaults.pillars'], / /),
      confidence: draft['defaults.confidence'] || base.defaults.confidence,
      sourceTitle: draft['defaults.sourceTitle'] ?? '',
      publisher: draft['defaults.publisher'] ?? '',
      url: draft['defaults.url'] ?? '',
      licence: draft['defaults.licence'] ?? '',
    },
  });
  for (const { path, message } of parsed.error?.issues ?? [])
    errors.push({
      field: path.map(String).join('.'),
      message: path[1] === 'pillars' ? 'Select at least one pillar' : message,
    });
  if (parsed.success) errors.push(...missing(parsed.data));
  return parsed.success && errors.length === 0 ? { mapping: parsed.data } : { errors };
}
