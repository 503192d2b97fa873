import type { Refusal } from '@/app/_auth/session';
import type { FieldError } from '@/app/_ui/form/error-summary';
import type { Assessment } from '@/lib/assessments/assessment';
import { monthYear } from '@/lib/days';
import { textOf } from '@/lib/form-data';
import { placeName } from '@/lib/places';

const fields = ['month', 'place', 'pillar', 'trend', 'reason'] as const;

/** The fields of the form, as typed. */
export type AssessmentDraft = Record<(typeof fields)[number], string>;

/** What holds already for the month, place and pillar that were typed, and what saving would replace. */
export interface Standing {
  id: number;
  trend: Assessment['trend'];
  reason: string;
  by: string;
  at: string;
}

export interface AssessmentState {
  draft: AssessmentDraft;
  /** The entry that was shown, and which a save replaces; null where there is none. */
  standing: Standing | null;
  errors: FieldError[];
  refused: Refusal | null;
  turn: number;
}

/** What was typed, read from the form. */
export function assessmentDraft(form: FormData): AssessmentDraft {
  return Object.fromEntries(fields.map((field) => [field, textOf(form, field)])) as AssessmentDraft;
}

/** The form of a new assessment, or of one that is to be replaced. */
export function assessmentState(
  stored: (Assessment & { id: number; by: string; writtenAt: string }) | null,
): AssessmentState {
  return {
    draft: {
      month: stored ? monthYear(stored.month) : '',
      place: stored ? placeName(stored.place) : '',
      pillar: stored?.pillar ?? '',
      trend: stored?.trend ?? '',
      reason: stored?.reason ?? '',
    },
    standing: stored && {
      id: stored.id,
      trend: stored.trend,
      reason: stored.reason,
      by: stored.by,
      at: stored.writtenAt,
    },
    errors: [],
    refused: null,
    turn: 0,
  };
}
