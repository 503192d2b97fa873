import type { Refusal } from '@/app/_auth/session';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { csvOf } from '@/lib/csv';
import { textOf } from '@/lib/form-data';
import { findPlace } from '@/lib/places';
import type { Observation, Series } from '@/lib/series/series';
import { seriesSheet } from '@/lib/series/series-sheet';

/** The fields of the form, as typed; `numbers` is the whole table as CSV. */
export const seriesFields = [
  'key',
  'title',
  'unit',
  'description',
  'geography',
  'region',
  'pillar',
  'publisher',
  'standing',
  'licence',
  'url',
  'numbers',
  'column',
] as const;
export type SeriesDraft = Record<(typeof seriesFields)[number], string>;

export interface SeriesState {
  draft: SeriesDraft;
  /** Key of the series that is changed; null for a new one. */
  stored: string | null;
  /** When it was last changed as the form was opened: a save over a newer one is refused. */
  seen: string;
  errors: FieldError[];
  /** Columns of the table that was given, where the one with the numbers must be chosen. */
  columns: string[];
  refused: Refusal | null;
  turn: number;
}

const empty: SeriesDraft = Object.fromEntries(seriesFields.map((field) => [field, ''])) as SeriesDraft;

/** The form of a new series, or of a stored one with its numbers as the table that the product itself writes. */
export function seriesState(
  stored: (Series & { updatedAt: string; observations: Observation[] }) | null,
): SeriesState {
  const { observations = [], updatedAt = '', ...given } = stored ?? {};
  const region = findPlace(stored?.region ?? '')?.name ?? '';
  const numbers = csvOf(seriesSheet(observations)).replace('\uFEFF', '').replaceAll('\r\n', '\n');
  return {
    draft: {
      ...empty,
      ...Object.fromEntries(
        seriesFields.flatMap((field) =>
          field in given ? [[field, String(given[field as keyof typeof given] ?? '')]] : [],
        ),
      ),
      region,
      numbers: stored ? numbers : '',
    },
    stored: stored?.key ?? null,
    seen: updatedAt,
    errors: [],
    columns: [],
    refused: null,
    turn: 0,
  };
}

/** What was typed, read from the form. */
export function seriesDraft(form: FormData): SeriesDraft {
  return Object.fromEntries(seriesFields.map((field) => [field, textOf(form, field)])) as SeriesDraft;
}
