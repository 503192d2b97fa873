import type { Refusal } from '@/app/_auth/session';
import type { FieldError } from '@/app/_ui/form/error-summary';
import type { MappingDraft } from '@/lib/import/mapping-form';

/** The form of the map step: what stands in it, and the answer to it. */
export interface MappingState {
  id: number;
  draft: MappingDraft;
  errors: FieldError[];
  refused: Refusal | null;
  /** Raised with every answer, so that the form shows what the answer holds. */
  turn: number;
}
