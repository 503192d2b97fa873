import type { Refusal } from '@/app/_auth/session';
import type { FieldError } from '@/app/_ui/form/error-summary';
import type { StoredAlert } from '@/db/alerts';

/** The form of an alert: what stands in it, and what is wrong with it. */
export interface AlertState {
  kind: string;
  target: string;
  indicators: string[];
  statuses: string[];
  /** Of the alert that is changed; null for a new one. */
  id: number | null;
  /** When it was last changed as the form was opened: a save over a newer one is refused. */
  seen: string;
  errors: FieldError[];
  refused: Refusal | null;
  /** The secret of the webhook that was made, to be shown this once. */
  made: { id: number; secret: string } | null;
  turn: number;
}

/** The form of a new alert, or of a stored one. */
export function alertState(stored: Omit<StoredAlert, 'last'> | null): AlertState {
  return {
    kind: stored?.kind ?? '',
    target: stored?.target ?? '',
    indicators: stored?.indicators ?? [],
    statuses: stored?.statuses ?? ['high', 'raised'],
    id: stored?.id ?? null,
    seen: stored?.updatedAt ?? '',
    errors: [],
    refused: null,
    made: null,
    turn: 0,
  };
}
