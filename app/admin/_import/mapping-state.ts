import type { Refusal } from '@/app/_auth/session';
import type { FieldError } from '@/app/_ui/form/error-summary';
import type { Draft } from '@/lib/import/rules-form';

/** The form of the map step: what stands in it, and the answer to it. */
export interface MappingState {
  id: number;
  draft: Draft;
  errors: FieldError[];
  refused: Refusal | null;
  /** The control that takes the focus after the answer; '' for none. */
  focus: string;
  /** Raised with every answer, so that the form shows what the answer holds. */
  turn: number;
}
