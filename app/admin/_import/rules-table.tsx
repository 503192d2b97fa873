import type { ReactNode } from 'react';
import { BlockTable } from '@/app/_ui/block-table';
import type { FieldError } from '@/app/_ui/form/error-summary';
import type { Draft } from '@/lib/import/rules-form';
import { confidenceTerms, pillarTerms, typeTerms } from '@/lib/vocabulary';

interface Props {
  draft: Draft;
  errors: readonly FieldError[];
  /** What stands in the last row, for what no rule takes; none where the form asks for it elsewhere. */
  otherwise?: boolean;
}

const columns = [
  'Rule',
  'When',
  'Type',
  'Pillars',
  'Confidence',
  'Roles of actors',
  'Or leave out, because',
  'Order',
] as const;
type Cells = Record<(typeof columns)[number], ReactNode>;

interface ChoiceProps {
  name: string;
  label: string;
  value: string;
  terms: readonly { code: string; label: string }[];
  empty?: boolean;
}

function Choice({ name, label, value, terms, empty = true }: ChoiceProps) {
  return (
    <select className="govuk-select" id={name} name={name} aria-label={label} defaultValue={value}>
      {empty && <option value="">Not said</option>}
      {terms.map((term) => (
        <option key={term.code} value={term.code}>
          {term.label}
        </option>
      ))}
    </select>
  );
}

function Pillars({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <div className="pw-import-pillars" role="group" aria-label={label}>
      {pillarTerms.map((pillar, i) => (
        <label key={pillar.code}>
          <input
            id={i === 0 ? name : undefined}
            type="checkbox"
            name={name}
            value={pillar.code}
            defaultChecked={value.split(' ').includes(pillar.code)}
          />{' '}
          {pillar.label}
        </label>
      ))}
    </div>
  );
}

function Move({ at, what, word, off }: { at: number; what: string; word: string; off?: boolean }) {
  return (
    <button
      type="submit"
      name="intent"
      value={`${what}.${at}`}
      id={`rule.${at}.${what}`}
      className="pw-link-button"
      disabled={off}
    >
      {word}
      <span className="govuk-visually-hidden"> rule {at + 1}</span>
    </button>
  );
}

const Errors = ({ messages }: { messages: readonly FieldError[] }) =>
  messages.map(({ message }) => (
    <p key={message} className="govuk-error-message">
      <span className="govuk-visually-hidden">Error:</span> {message}
    </p>
  ));

/** Letters that stand on a line of the box. */
const WIDE = 30;

/** How many lines a text takes up in its box; one more, to write on. */
const linesOf = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / WIDE)), 0) + 1;

/** The controls of one rule. */
function ruleCells(at: number, count: number, { draft, errors }: Props): Cells {
  const name = (key: string): string => `rule.${at}.${key}`;
  const value = (key: string): string => draft[name(key)] ?? '';
  const label = (what: string): string => `Rule ${at + 1}: ${what}`;
  const text = (key: string, words: string) => (
    <input
      className="govuk-input"
      id={name(key)}
      name={name(key)}
      aria-label={label(words)}
      defaultValue={value(key)}
    />
  );
  return {
    Rule: at + 1,
    When: (
      <>
        <Errors messages={errors.filter(({ field }) => field.startsWith(name('')))} />
        <textarea
          className="govuk-textarea"
          id={name('when')}
          name={name('when')}
          aria-label={label('when')}
          rows={linesOf(value('when'))}
          defaultValue={value('when')}
        />
      </>
    ),
    Type: <Choice name={name('type')} label={label('type')} value={value('type')} terms={typeTerms} />,
    Pillars: <Pillars name={name('pillars')} label={label('pillars')} value={value('pillars')} />,
    Confidence: (
      <Choice
        name={name('confidence')}
        label={label('confidence')}
        value={value('confidence')}
        terms={confidenceTerms}
      />
    ),
    'Roles of actors': text('roles', 'roles of the actors, in order'),
    'Or leave out, because': text('skip', 'leave out because'),
    Order: (
      <div className="pw-import-order">
        <Move at={at} what="up" word="Up" off={at === 0} />
        <Move at={at} what="down" word="Down" off={at === count - 1} />
        <Move at={at} what="remove" word="Remove" />
      </div>
    ),
  };
}

/** What every row is that no rule takes. */
function otherwiseCells({ draft, errors }: Props): Cells {
  const value = (key: string): string => draft[`otherwise.${key}`] ?? '';
  return {
    Rule: 'Last',
    When: (
      <>
        <Errors messages={errors.filter(({ field }) => field.startsWith('otherwise.'))} />
        Every other row
      </>
    ),
    Type: (
      <Choice
        name="otherwise.type"
        label="Other rows: type"
        value={value('type')}
        terms={typeTerms}
        empty={false}
      />
    ),
    Pillars: <Pillars name="otherwise.pillars" label="Other rows: pillars" value={value('pillars')} />,
    Confidence: (
      <Choice
        name="otherwise.confidence"
        label="Other rows: confidence"
        value={value('confidence')}
        terms={confidenceTerms}
        empty={false}
      />
    ),
    'Roles of actors': '',
    'Or leave out, because': '',
    Order: '',
  };
}

/** The rules by which rows get type and pillars: each can be changed, moved and taken away by plain buttons. */
export function RulesTable(props: Props) {
  const count = Math.max(0, Math.min(300, Number(props.draft.rules) || 0));
  const rows: (number | null)[] = Array.from({ length: count }, (_, i) => i);
  if (props.otherwise) rows.push(null);
  return (
    <div className="pw-import-rules">
      <input type="hidden" name="rules" value={count} />
      {rows.length > 0 && (
        <BlockTable
          caption="Rules, in the order in which they are asked"
          columns={columns}
          rows={rows}
          keyOf={(at) => at ?? 'otherwise'}
          cellsOf={(at) => (at === null ? otherwiseCells(props) : ruleCells(at, count, props))}
        />
      )}
      <button
        type="submit"
        name="intent"
        value="add"
        id="add-rule"
        className="govuk-button govuk-button--secondary pw-last"
      >
        Add a rule
      </button>
    </div>
  );
}

/** How a rule is written. */
export function RulesHint() {
  return (
    <>
      The first rule that fits a row says what it is. A rule is one or more lines <code>column = value</code>,
      all of which must hold; <code>|</code> stands between values, <code>(empty)</code> for none, and a star
      for any text: <code>notes = *drone* | *UAV*</code>. Capital letters count. Roles are those of the
      actors’ columns in their order, like <code>other, other</code>, where they are not the usual ones.
    </>
  );
}
