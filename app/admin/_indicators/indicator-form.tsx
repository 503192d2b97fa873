'use client';

import { useActionState } from 'react';
import { Choices } from '@/app/_ui/form/choices';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { SelectField, TextAreaField, TextField } from '@/app/_ui/form/field';
import { FormTitle } from '@/app/_ui/form/form-title';
import { RefusedLine } from '@/app/_ui/form/refused-line';
import { directionTerms, indicatorPeriods, measureTerms, methodTerms } from '@/lib/indicators/indicator';
import { measureTerms as eventMeasureTerms, pillarTerms } from '@/lib/vocabulary';
import { saveIndicatorAction } from '../indicators/actions';
import type { IndicatorState } from './indicator-state';
import { IndicatorLivePreview } from './live-preview';

interface Option {
  code: string;
  label: string;
}

interface Props {
  heading: string;
  initial: IndicatorState;
  articles: readonly Option[];
  series: readonly Option[];
}

const periodTerms = indicatorPeriods.map((code) => ({
  code,
  label: `${code[0]!.toUpperCase()}${code.slice(1)}`,
}));
const addable = eventMeasureTerms.filter(({ code }) => code !== 'percent_change');

/** What a field of plain text needs: its name, what stands in it, and its error. */
const textProps =
  ({ draft, errors }: IndicatorState) =>
  (name: keyof IndicatorState['draft']) => ({ name, errors, defaultValue: draft[name] });

/** What is asked, and where the question comes from. */
function Question({ articles, ...state }: IndicatorState & Pick<Props, 'articles'>) {
  const { draft, errors, stored } = state;
  const text = textProps(state);
  return (
    <>
      <TextField
        {...text('question')}
        label="Question"
        hint="Like “Are more people killed in attacks than before?”"
      />
      {stored === null && (
        <TextField
          {...text('slug')}
          label="Address"
          hint="The last part of the page’s address; it stays for good. Like killed-in-attacks"
          width="govuk-input--width-20"
          autoComplete="off"
        />
      )}
      <TextAreaField
        {...text('why')}
        label="Why it is asked"
        hint="And what an answer would mean."
        rows={3}
      />
      <Choices
        name="pillar"
        legend="Pillar"
        kind="radio"
        terms={pillarTerms}
        chosen={[draft.pillar]}
        errors={errors}
      />
      <SelectField
        {...text('article')}
        label="Article that it follows from (optional)"
        options={articles}
        empty="None"
      />
      <TextField
        {...text('paragraph')}
        label="Paragraph (optional)"
        inputMode="numeric"
        width="govuk-input--width-4"
      />
    </>
  );
}

/** What is counted. */
function Measured({ series, ...state }: IndicatorState & Pick<Props, 'series'>) {
  const { draft, errors } = state;
  const text = textProps(state);
  return (
    <>
      <TextAreaField
        {...text('query')}
        label="Filter"
        hint={
          <>
            Which events are counted: choose them on the{' '}
            <a className="govuk-link" href="/events" target="_blank" rel="noreferrer">
              page of events (opens in a new tab)
            </a>{' '}
            and paste its address, or write its filters, like <code>pillar=prevent&amp;region=GB</code>. Dates
            are left out. With nothing here every event is counted.
          </>
        }
        rows={2}
      />
      <Choices
        name="measure"
        legend="What is measured"
        kind="radio"
        terms={measureTerms}
        chosen={[draft.measure]}
        errors={errors}
      />
      <SelectField
        {...text('counted')}
        label="Measure (for a sum or a last value)"
        options={addable}
        empty="None"
      />
      <TextField
        {...text('unit')}
        label="Unit (for a quantity)"
        hint="As the events give it, like masks: only these are counted."
        width="govuk-input--width-20"
      />
      <SelectField {...text('series')} label="Series (for a series)" options={series} empty="None" />
      <SelectField {...text('period')} label="Period" options={periodTerms} />
    </>
  );
}

/** When it is off its band. */
function Method(state: IndicatorState) {
  const { draft, errors } = state;
  const text = textProps(state);
  return (
    <>
      <Choices
        name="method"
        legend="What it is compared with"
        kind="radio"
        terms={methodTerms}
        chosen={[draft.method]}
        errors={errors}
      />
      <TextField
        {...text('baseline')}
        label="Periods of the baseline (for EARS C2)"
        hint="7 is the method’s own choice."
        inputMode="numeric"
        width="govuk-input--width-4"
      />
      <TextField
        {...text('raised')}
        label="Raised beyond, in per cent"
        hint="For counts: how many of a hundred such periods stay below, like 97.5. For a change: how much it is at least, like 10."
        inputMode="decimal"
        width="govuk-input--width-4"
      />
      <TextField
        {...text('high')}
        label="High beyond, in per cent"
        hint="Like 99.9, or 20 for a change."
        inputMode="decimal"
        width="govuk-input--width-4"
      />
      <Choices
        name="direction"
        legend="Which way counts"
        kind="radio"
        terms={directionTerms}
        chosen={[draft.direction]}
        errors={errors}
      />
    </>
  );
}

/** The form of an indicator with a preview on past data. Works without scripts, by the Preview button. */
export function IndicatorForm({ heading, initial, articles, series }: Props) {
  const [state, action, pending] = useActionState(saveIndicatorAction, initial);
  return (
    <form action={action} noValidate className="pw-indicator-form">
      <div>
        <FormTitle page={heading} errors={state.errors} />
        <ErrorSummary errors={state.errors} />
        <h1 className="pw-heading">{heading}</h1>
        <RefusedLine refused={state.refused} what="change indicators" />
        <input type="hidden" name="stored" value={state.stored ?? ''} />
        <input type="hidden" name="seen" value={state.seen} />
        {/* React empties a form after its action; a new key shows what the answer holds instead. */}
        <div key={state.turn}>
          <Question {...state} articles={articles} />
          <Measured {...state} series={series} />
          <Method {...state} />
        </div>
        <div className="govuk-button-group">
          <button type="submit" className="govuk-button" disabled={pending}>
            {pending ? 'Working…' : 'Save'}
          </button>
          <button
            type="submit"
            name="intent"
            value="preview"
            className="govuk-button govuk-button--secondary"
          >
            Preview
          </button>
        </div>
      </div>
      <IndicatorLivePreview key={state.turn} given={state.preview} />
    </form>
  );
}
