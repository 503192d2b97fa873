'use client';

import { useActionState, useEffect, type ReactNode } from 'react';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { FormTitle } from '@/app/_ui/form/form-title';
import type { Question } from '@/lib/import/guess';
import { saveMappingAction } from '../import/actions';
import { DateFields, PartFields, WhatFields } from './event-mapping';
import { TextOf, type Fields } from './mapping-controls';
import type { MappingState } from './mapping-state';
import { RulesHint, RulesTable } from './rules-table';
import { ReadingFields } from './reading-fields';
import { DefaultFields, SetFields, SourceFields } from './source-mapping';

interface Props {
  initial: MappingState;
  fileName: string;
  way: string;
  columns: Fields['columns'];
  questions: readonly Question[];
  codebook: { title: string; url: string } | null;
  /** Of a known format: by which of its rules the file is read. */
  rules: { words: string; version: number; newer: number | null; href: string } | null;
  /** Sets that there are, and the one of the preset. */
  sets: readonly { key: string; title: string }[];
  set: string;
  /** What the first rows become. */
  children: ReactNode;
}

function Part({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="govuk-fieldset pw-section">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{title}</legend>
      {hint && <p className="govuk-hint">{hint}</p>}
      {children}
    </fieldset>
  );
}

/** Every part of a mapping in which a row is an event. */
function RowParts({ fields, coded }: { fields: Fields; coded: ReactNode }) {
  return (
    <>
      <Part title="When">
        <DateFields {...fields} />
      </Part>
      <Part title="What and where">
        <WhatFields {...fields} />
      </Part>
      <Part title="Actors and numbers">
        <PartFields {...fields} />
      </Part>
      <Part title="Rules for type and pillars" hint={coded}>
        <RulesTable draft={fields.draft} errors={fields.errors} />
      </Part>
      <Part title="Source">
        <SourceFields {...fields} />
      </Part>
      <Part title="What the file does not say">
        <DefaultFields draft={fields.draft} errors={fields.errors} />
      </Part>
    </>
  );
}

/** What is left to choose where events are made of many rows, or come whole. */
function OtherParts({ fields, way, coded }: { fields: Fields; way: string; coded: ReactNode }) {
  return (
    <>
      {way.startsWith('levels') && (
        <>
          <Part title="Indicators">
            <TextOf
              {...fields}
              name="indicators"
              label="Which become events"
              hint="Codes apart by commas, like C6, C8"
            />
          </Part>
          <Part title="Rules for type and pillars" hint={coded}>
            <RulesTable draft={fields.draft} errors={fields.errors} />
          </Part>
        </>
      )}
      <Part title="Source">
        <TextOf {...fields} name="defaults.sourceTitle" label="Source" />
      </Part>
      {['type', 'confidence', 'pillars'].map((name) =>
        (fields.draft[`defaults.${name}`] ?? '')
          .split(' ')
          .map((value) => <input key={value} type="hidden" name={`defaults.${name}`} value={value} />),
      )}
      {['publisher', 'url', 'licence'].map((name) => (
        <input
          key={name}
          type="hidden"
          name={`defaults.${name}`}
          value={fields.draft[`defaults.${name}`] ?? ''}
        />
      ))}
    </>
  );
}

function Questions({ questions }: Pick<Props, 'questions'>) {
  const fields = { place: 'place.0', order: 'date.order', date: 'date.column' };
  return questions.map(({ field, text }) => (
    <p key={field} className="govuk-inset-text">
      <strong>{text}</strong>{' '}
      <a className="govuk-link" href={`#${fields[field]}`}>
        Answer
      </a>
    </p>
  ));
}

/** Where the rules of a file come from, and how they are written. */
function AboutRules({ codebook, rules }: Pick<Props, 'codebook' | 'rules'>) {
  return (
    <>
      <RulesHint />
      {rules && (
        <>
          <br />
          {rules.words}. What you change here holds for this file and the next one with these columns.{' '}
          <a className="govuk-link" href={rules.href}>
            Rules for every file of this format
          </a>
          {rules.newer !== null && ` (version ${rules.newer} is newer than what stands here)`}.
        </>
      )}
      {codebook && (
        <>
          {' '}
          Coding of the source:{' '}
          <a className="govuk-link" href={codebook.url} rel="noreferrer">
            {codebook.title}
          </a>
        </>
      )}
    </>
  );
}

function Buttons({ pending }: { pending: boolean }) {
  return (
    <div className="pw-import-buttons">
      <button type="submit" name="intent" value="check" className="govuk-button pw-last" disabled={pending}>
        Check the whole file
      </button>
      <button
        type="submit"
        name="intent"
        value="show"
        className="govuk-button govuk-button--secondary pw-last"
        disabled={pending}
      >
        Show the first rows again
      </button>
    </div>
  );
}

/** The map step: every choice of how the file becomes events, with what the first rows become beside it. */
export function MappingForm({ initial, way, columns, codebook, children, ...rest }: Props) {
  const [state, action, pending] = useActionState(saveMappingAction, initial);
  const { draft, errors } = state;
  const fields = { draft, errors, columns };
  const { focus, turn } = state;
  useEffect(() => {
    if (focus) document.getElementById(focus)?.focus();
  }, [focus, turn]);
  const coded = <AboutRules codebook={codebook} rules={rest.rules} />;
  return (
    <form action={action} noValidate className="pw-import-map" key={state.turn}>
      <FormTitle page={`Map ${rest.fileName}`} errors={errors} />
      {/* Enter in a field presses the first button of a form: not one that moves a rule. */}
      <button
        type="submit"
        name="intent"
        value="show"
        className="pw-default-button"
        tabIndex={-1}
        aria-hidden="true"
      >
        Show the first rows again
      </button>
      <div className="pw-event-form__fields">
        <ErrorSummary errors={errors} />
        {state.refused && (
          <p className="pw-banner pw-banner--refused" role="alert">
            You were signed out. Sign in in another tab; what you chose is still here.
          </p>
        )}
        <Questions questions={rest.questions} />
        <input type="hidden" name="id" value={state.id} />
        <input type="hidden" name="rulesVersion" value={rest.rules?.version ?? 0} />
        {draft['reading.encoding'] !== undefined && <ReadingFields draft={draft} errors={errors} />}
        <Part title="Where it goes">
          <SetFields draft={draft} errors={errors} sets={rest.sets} set={rest.set} />
        </Part>
        {way === 'rows' ? (
          <RowParts fields={fields} coded={coded} />
        ) : (
          <OtherParts fields={fields} way={way} coded={coded} />
        )}
      </div>
      <div className="pw-import-beside" id="sample">
        <Buttons pending={pending} />
        {children}
      </div>
    </form>
  );
}
