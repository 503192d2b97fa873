import type { ReactNode } from 'react';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { SelectField, TextField } from '@/app/_ui/form/field';
import type { EventDraft, Group } from '@/lib/event-draft';
import { credibilityTerms, measureTerms, reliabilityTerms, roleTerms } from '@/lib/vocabulary';

interface RowsProps {
  draft: EventDraft;
  errors: readonly FieldError[];
}

interface GroupProps {
  group: Group;
  legend: string;
  one: string;
  hint?: string;
  count: number;
  children: (row: number) => ReactNode;
}

/** A group of which there may be several; rows come and go by plain submit buttons, so it works without scripts. */
function RepeatingGroup({ group, legend, one, hint, count, children }: GroupProps) {
  return (
    <fieldset className="govuk-fieldset pw-section">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
      {hint && <p className="govuk-hint">{hint}</p>}
      {Array.from({ length: count }, (_, row) => (
        <fieldset key={row} className="govuk-fieldset pw-row">
          <legend className="pw-row__legend">
            {one} {row + 1}
          </legend>
          <div className="pw-row__fields">{children(row)}</div>
          <button
            type="submit"
            name="intent"
            value={`remove:${group}:${row}`}
            formNoValidate
            className="govuk-button govuk-button--secondary pw-row__remove"
          >
            Remove {one.toLowerCase()} {row + 1}
          </button>
        </fieldset>
      ))}
      <button
        type="submit"
        name="intent"
        value={`add:${group}`}
        id={`add-${group}`}
        formNoValidate
        className="govuk-button govuk-button--secondary"
      >
        Add {count > 0 ? 'another' : count === 0 && /^[aeiou]/i.test(one) ? 'an' : 'a'} {one.toLowerCase()}
      </button>
    </fieldset>
  );
}

export function ActorFields({ draft, errors }: RowsProps) {
  return (
    <RepeatingGroup
      group="actors"
      legend="Actors"
      one="Actor"
      hint="Who took part, and how. No personal names of suspects beyond what the source makes public."
      count={draft.actors.length}
    >
      {(row) => (
        <>
          <TextField
            name={`actors.${row}.name`}
            label="Name"
            list="known-actors"
            autoComplete="off"
            defaultValue={draft.actors[row]!.name}
            errors={errors}
          />
          <SelectField
            name={`actors.${row}.role`}
            label="Role"
            options={roleTerms}
            empty="Choose"
            defaultValue={draft.actors[row]!.role}
            errors={errors}
          />
        </>
      )}
    </RepeatingGroup>
  );
}

export function MeasureFields({ draft, errors }: RowsProps) {
  return (
    <RepeatingGroup
      group="measures"
      legend="Measures"
      one="Measure"
      hint="Numbers that the source gives: killed, injured, amounts, changes."
      count={draft.measures.length}
    >
      {(row) => (
        <>
          <SelectField
            name={`measures.${row}.measure`}
            label="Measure"
            options={measureTerms}
            empty="Choose"
            defaultValue={draft.measures[row]!.measure}
            errors={errors}
          />
          <TextField
            name={`measures.${row}.value`}
            label="Number"
            inputMode="decimal"
            defaultValue={draft.measures[row]!.value}
            errors={errors}
          />
          <TextField
            name={`measures.${row}.unit`}
            label="Unit"
            defaultValue={draft.measures[row]!.unit}
            errors={errors}
          />
        </>
      )}
    </RepeatingGroup>
  );
}

const sourceLabels = {
  title: 'Title',
  author: 'Author',
  publisher: 'Publisher',
  publishedOn: 'Published on (YYYY-MM-DD)',
  url: 'Web address',
  archiveUrl: 'Archived copy',
  accessedOn: 'Read on (YYYY-MM-DD)',
  paragraph: 'Paragraph',
  footnote: 'Footnote',
  page: 'Page',
  quotation: 'Short quotation, where its terms allow one',
  licence: 'Licence',
} as const;

export function SourceFields({
  draft,
  errors,
  articles,
}: RowsProps & { articles: readonly { code: string; label: string }[] }) {
  return (
    <RepeatingGroup
      group="sources"
      legend="Sources"
      one="Source"
      hint="Where it says so, as exactly as possible. An event needs at least one."
      count={draft.sources.length}
    >
      {(row) => {
        const source = draft.sources[row]!;
        const at = (key: string): string => `sources.${row}.${key}`;
        return (
          <>
            {(Object.keys(sourceLabels) as (keyof typeof sourceLabels)[]).map((key) => (
              <TextField
                key={key}
                name={at(key)}
                label={sourceLabels[key]}
                defaultValue={source[key]}
                errors={errors}
              />
            ))}
            <SelectField
              name={at('article')}
              label="Cited in article"
              options={articles}
              empty="None"
              defaultValue={source.article}
              errors={errors}
            />
            <SelectField
              name={at('reliability')}
              label="Reliability of the source"
              options={reliabilityTerms}
              empty="Not judged"
              defaultValue={source.reliability}
              errors={errors}
            />
            <SelectField
              name={at('credibility')}
              label="Credibility of the information"
              options={credibilityTerms}
              empty="Not judged"
              defaultValue={source.credibility}
              errors={errors}
            />
          </>
        );
      }}
    </RepeatingGroup>
  );
}

export function ExternalIdFields({ draft, errors }: RowsProps) {
  return (
    <RepeatingGroup
      group="externalIds"
      legend="External identifiers"
      one="Identifier"
      hint="The event’s number in another data set."
      count={draft.externalIds.length}
    >
      {(row) => (
        <>
          <TextField
            name={`externalIds.${row}.scheme`}
            label="Data set"
            defaultValue={draft.externalIds[row]!.scheme}
            errors={errors}
          />
          <TextField
            name={`externalIds.${row}.value`}
            label="Identifier"
            defaultValue={draft.externalIds[row]!.value}
            errors={errors}
          />
        </>
      )}
    </RepeatingGroup>
  );
}
