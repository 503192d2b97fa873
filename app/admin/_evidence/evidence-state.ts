import type { Refusal } from '@/app/_auth/session';
import type { FieldError } from '@/app/_ui/form/error-summary';
import type { EvidenceEntry } from '@/db/evidence';
import type { Evidence } from '@/lib/evidence/evidence';
import { textOf } from '@/lib/form-data';

const fields = ['indicator', 'event', 'bearing', 'note'] as const;

/** The fields of the form, as typed. */
export type EvidenceDraft = Record<(typeof fields)[number], string>;

/** What holds already for the question and the event, and what saving would replace. */
export type StandingEvidence = Pick<EvidenceEntry, 'id' | 'by' | 'note'> & Pick<Evidence, 'bearing'>;

export interface EvidenceState {
  draft: EvidenceDraft;
  /** The entry that was shown, and which a save replaces; null where there is none. */
  standing: StandingEvidence | null;
  errors: FieldError[];
  refused: Refusal | null;
  turn: number;
}

/** What was typed, read from the form. */
export function evidenceDraft(form: FormData): EvidenceDraft {
  return Object.fromEntries(fields.map((field) => [field, textOf(form, field)])) as EvidenceDraft;
}

/** An entry as the form shows it. */
export const standingOf = ({ id, by, note, bearing }: EvidenceEntry): StandingEvidence => ({
  id,
  by,
  note,
  bearing,
});

/** The form of a new link, or of one that is to be replaced. */
export function evidenceState(
  chosen: Pick<Evidence, 'indicator' | 'event'>,
  stored: EvidenceEntry | null,
): EvidenceState {
  return {
    draft: { ...chosen, bearing: stored?.bearing ?? '', note: stored?.note ?? '' },
    standing: stored && standingOf(stored),
    errors: [],
    refused: null,
    turn: 0,
  };
}
