import { textOf, textsOf } from '@/lib/form-data';
import { mappingSchema, type Mapping } from './mapping';
import {
  fieldOfPath,
  listOf,
  rulesDraft,
  rulesOf,
  unreached,
  type Draft,
  type DraftError,
} from './rules-form';

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
function dateDraft(date: Mapping['date']): Draft {
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

function fieldsDraft(fields: Mapping['fields']): Draft {
  const draft: Draft = {};
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

/** The form of a mapping. */
export function mappingDraft(mapping: Mapping): Draft {
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
export function draftFromForm(form: FormData): Draft {
  const draft: Draft = {};
  for (const name of new Set(form.keys()))
    if (/^[a-zA-Z]+(?:\.\w+){0,2}$/.test(name))
      draft[name] =
        name.endsWith('illars') && !name.startsWith('fields')
          ? textsOf(form, name).join(' ')
          : textOf(form, name);
  return draft;
}

function dateOf(draft: Draft, base: Mapping['date']): unknown {
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

function fieldsOf(draft: Draft, base: Mapping['fields']): unknown {
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

/** What the schema refuses, in words for who fills in the form. */
const sentences: Record<string, string> = {
  'defaults.pillars': 'Select at least one pillar',
  'date.order': 'Choose whether the day or the month comes first',
};

/** What cannot do without: found here, so that no file is read for nothing. */
function missing({ way, fields, date }: Mapping): DraftError[] {
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
  draft: Draft,
  base: Mapping,
): { mapping: Mapping } | { errors: DraftError[] } {
  const errors: DraftError[] = [];
  const rows = base.way === 'rows';
  const parsed = mappingSchema.safeParse({
    ...base,
    ...(rows && {
      fields: fieldsOf(draft, base.fields),
      date: dateOf(draft, base.date),
      decimal: draft.decimal,
      unknown: listOf(draft.unknown),
    }),
    ...(base.way !== 'pillarwatch' && { rules: rulesOf(draft, errors) }),
    indicators: draft.indicators === undefined ? base.indicators : listOf(draft.indicators.toUpperCase()),
    defaults: {
      ...base.defaults,
      type: draft['defaults.type'] || base.defaults.type,
      pillars: draft['defaults.pillars'] === undefined ? [] : listOf(draft['defaults.pillars'], / /),
      confidence: draft['defaults.confidence'] || base.defaults.confidence,
      sourceTitle: draft['defaults.sourceTitle'] ?? '',
      publisher: draft['defaults.publisher'] ?? '',
      url: draft['defaults.url'] ?? '',
      licence: draft['defaults.licence'] ?? '',
    },
  });
  for (const { path, message } of parsed.error?.issues ?? [])
    errors.push({
      field: fieldOfPath(draft, path),
      message: sentences[path.map(String).join('.')] ?? message,
    });
  errors.push(...unreached(draft));
  if (parsed.success) errors.push(...missing(parsed.data));
  return parsed.success && errors.length === 0 ? { mapping: parsed.data } : { errors };
}
