import type { Refusal } from '@/app/_auth/session';
import type { FilePreview } from '@/app/_http/rules-preview';
import type { FieldError } from '@/app/_ui/form/error-summary';
import type { RulesVersion } from '@/db/import/preset-rules';
import type { Draft } from '@/lib/import/rules-form';

/** The form of a format's rules: what stands in it, and the answer to it. */
export interface RulesState {
  preset: string;
  /** The version that was seen as the form was opened: a save over a newer one is refused. */
  seen: number;
  draft: Draft;
  errors: FieldError[];
  refused: Refusal | null;
  preview: FilePreview | null;
  /** What somebody else has saved since. */
  newer: RulesVersion | null;
  /** What was done to the form without saving it. */
  done: string | null;
  /** The control that takes the focus after the answer; '' for none. */
  focus: string;
  turn: number;
}

/** The form of a format's rules as it is opened: what to change, over the version that holds. */
export const rulesState = (preset: string, seen: number, draft: Draft): RulesState => ({
  preset,
  seen,
  draft,
  errors: [],
  refused: null,
  preview: null,
  newer: null,
  done: null,
  focus: '',
  turn: 0,
});
