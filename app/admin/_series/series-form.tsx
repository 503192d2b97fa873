'use client';

import { useActionState } from 'react';
import { Choices } from '@/app/_ui/form/choices';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { Field, SelectField, TextAreaField, TextField } from '@/app/_ui/form/field';
import { FormTitle } from '@/app/_ui/form/form-title';
import { RefusedLine } from '@/app/_ui/form/refused-line';
import { markTerms } from '@/lib/series/series';
import { pillarTerms } from '@/lib/vocabulary';
import { saveSeriesAction } from '../series/actions';
import type { SeriesState } from './series-state';

interface Props {
  heading: string;
  initial: SeriesState;
}

/** What a field of plain text needs: its name, what stands in it, and its error. */
const textProps =
  ({ draft, errors }: SeriesState) =>
  (name: keyof SeriesState['draft']) => ({ name, errors, defaultValue: draft[name] });

/** What is counted, and where. */
function About(state: SeriesState) {
  const { draft, errors, stored } = state;
  const text = textProps(state);
  return (
    <>
      <TextField {...text('title')} label="Title" hint="What is counted, like “Referrals to Prevent”" />
      {stored === null && (
        <TextField
          {...text('key')}
          label="Address"
          hint="The last part of the page’s address; it stays for good. Like prevent-referrals"
          width="govuk-input--width-20"
          autoComplete="off"
        />
      )}
      <TextField
        {...text('unit')}
        label="What one is called"
        hint="In the plural, like referrals"
        width="govuk-input--width-20"
      />
      <TextAreaField
        {...text('description')}
        label="What the numbers are"
        hint="And what they leave out."
        rows={3}
      />
      <TextField
        {...text('geography')}
        label="Area"
        hint="As its publisher names it, like England and Wales"
        width="govuk-input--width-20"
      />
      <TextField
        {...text('region')}
        label="Place in the record (optional)"
        hint="The smallest place that holds the area: its events are shown below the numbers. Like United Kingdom"
        width="govuk-input--width-20"
      />
      <Choices
        name="pillar"
        legend="Pillar"
        kind="radio"
        terms={[
          ...pillarTerms,
          { code: '', label: 'None', definition: 'It bears on no pillar more than on others.' },
        ]}
        chosen={[draft.pillar]}
        errors={errors}
      />
    </>
  );
}

/** Who counts it, and how it may be used. */
function Publication(state: SeriesState) {
  const text = textProps(state);
  return (
    <>
      <TextField {...text('publisher')} label="Publisher" width="govuk-input--width-20" />
      <TextField
        {...text('standing')}
        label="Standing (optional)"
        hint="Like “Official statistics in development”"
        width="govuk-input--width-20"
      />
      <TextField {...text('licence')} label="Licence (optional)" width="govuk-input--width-20" />
      <TextField
        {...text('url')}
        label="Web address at the publisher (optional)"
        type="url"
        inputMode="url"
      />
    </>
  );
}

function Numbers({ draft, errors, columns }: SeriesState) {
  return (
    <>
      <TextAreaField
        name="numbers"
        label="Numbers"
        hint={
          <>
            A table with a header, cells parted by commas, semicolons or tabs: <code>period</code> (2019/20,
            2020 Q1, Q1 2020/21, March 2020, year ending March 2020) or <code>time_period</code> with{' '}
            <code>time_identifier</code>, or <code>starts_on</code> and <code>ends_on</code>;{' '}
            <code>value</code>; where known <code>low</code>, <code>high</code>, <code>source</code>,{' '}
            <code>url</code>, <code>published_on</code>, <code>note</code>. Marks stand behind the number or
            in <code>marks</code>:{' '}
            {markTerms.map(({ code, label }) => `[${code}] ${label.toLowerCase()}`).join(', ')}.
          </>
        }
        errors={errors}
        defaultValue={draft.numbers}
        rows={10}
      />
      <Field
        name="file"
        label="Or a file (optional)"
        hint="CSV in UTF-8, also in the tidy shape of DfE and ONS. It takes the place of the numbers above."
        errors={errors}
      >
        {({ invalid, ...wiring }) => (
          <input
            {...wiring}
            className={`govuk-file-upload ${invalid ? 'govuk-file-upload--error' : ''}`}
            name="file"
            type="file"
            accept=".csv,text/csv"
          />
        )}
      </Field>
      {columns.length > 0 ? (
        <SelectField
          name="column"
          label="Column that holds the numbers"
          errors={errors}
          defaultValue={draft.column}
          options={columns.map((column) => ({ code: column, label: column }))}
          // A column called value is one of them.
          empty={columns.some((column) => column.toLowerCase() === 'value') ? undefined : 'Choose a column'}
        />
      ) : (
        <TextField
          name="column"
          label="Column that holds the numbers (optional)"
          hint="Where it is not called value"
          errors={errors}
          defaultValue={draft.column}
          width="govuk-input--width-20"
        />
      )}
    </>
  );
}

/** The form of a series: what it is, and all its numbers as one table. Works without scripts. */
export function SeriesForm({ heading, initial }: Props) {
  const [state, action, pending] = useActionState(saveSeriesAction, initial);
  return (
    <form action={action} noValidate className="pw-series-form">
      <FormTitle page={heading} errors={state.errors} />
      <ErrorSummary errors={state.errors} />
      <h1 className="pw-heading">{heading}</h1>
      <RefusedLine refused={state.refused} what="change series" />
      <input type="hidden" name="stored" value={state.stored ?? ''} />
      <input type="hidden" name="seen" value={state.seen} />
      {/* React empties a form after its action; a new key shows what the answer holds instead. */}
      <div key={state.turn}>
        <About {...state} />
        <Publication {...state} />
        <Numbers {...state} />
      </div>
      <button type="submit" className="govuk-button" disabled={pending}>
        {pending ? 'Saving…' : 'Save'}
      </button>
    </form>
  );
}
