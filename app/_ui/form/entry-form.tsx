import type { ReactNode } from 'react';
import { ErrorSummary, type FieldError } from './error-summary';
import { FormTitle } from './form-title';
import { RefusedLine } from './refused-line';
import type { Refusal } from '@/app/_auth/session';

/** What the answer to a form holds, whatever the form is about. */
interface Answered {
  errors: FieldError[];
  refused: Refusal | null;
  turn: number;
}

interface Props {
  /** What a page of the form's own is called; none where the form stands on another page. */
  heading?: string;
  state: Answered;
  /** What is refused: "write notes". */
  what: string;
  action: (form: FormData) => void;
  pending: boolean;
  save?: string;
  className?: string;
  /** What stands above the fields: what holds already, and hidden values. */
  before?: ReactNode;
  children: ReactNode;
}

/** A form of the desk that one button saves: what is wrong, why it was refused, its fields with what was typed. */
export function EntryForm({
  heading,
  state: { errors, refused, turn },
  what,
  action,
  pending,
  save = 'Save',
  className,
  before,
  children,
}: Props) {
  return (
    <form action={action} noValidate className={className}>
      {heading && <FormTitle page={heading} errors={errors} />}
      <ErrorSummary errors={errors} />
      {heading && <h1 className="pw-heading">{heading}</h1>}
      <RefusedLine refused={refused} what={what} />
      {before}
      {/* React empties a form after its action; a new key shows what the answer holds instead. */}
      <div key={turn}>{children}</div>
      <button type="submit" className="govuk-button" disabled={pending}>
        {pending ? 'Saving…' : save}
      </button>
    </form>
  );
}
