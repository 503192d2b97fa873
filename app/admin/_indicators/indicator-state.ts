import type { IndicatorPreview } from '@/app/_http/indicator-preview';
import type { Refusal } from '@/app/_auth/session';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { textOf } from '@/lib/form-data';
import type { Indicator } from '@/lib/indicators/indicator';
import {
  indicatorDraft,
  indicatorFields,
  newIndicatorDraft,
  type IndicatorDraft,
} from '@/lib/indicators/indicator-form';

export interface IndicatorState {
  draft: IndicatorDraft;
  /** Slug of the indicator that is changed; null for a new one. */
  stored: string | null;
  /** When it was last changed as the form was opened: a save over a newer one is refused. */
  seen: string;
  errors: FieldError[];
  refused: Refusal | null;
  preview: IndicatorPreview | null;
  turn: number;
}

/** The form of a new indicator, with the query that it was begun from, or of a stored one. */
export function indicatorState(
  stored: (Indicator & { updatedAt: string }) | null,
  query = '',
): IndicatorState {
  return {
    draft: stored ? indicatorDraft(stored) : { ...newIndicatorDraft, query },
    stored: stored?.slug ?? null,
    seen: stored?.updatedAt ?? '',
    errors: [],
    refused: null,
    preview: null,
    turn: 0,
  };
}

/** What was typed, read from the form. */
export function typedDraft(form: FormData): IndicatorDraft {
  const draft = Object.fromEntries(indicatorFields.map((field) => [field, textOf(form, field)]));
  const stored = textOf(form, 'stored');
  return { ...(draft as IndicatorDraft), ...(stored && { slug: stored }) };
}
