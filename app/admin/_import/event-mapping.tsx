import { SelectField } from '@/app/_ui/form/field';
import { PLACES, ROWS } from '@/lib/import/mapping-form';
import { measureTerms, roleTerms } from '@/lib/vocabulary';
import { BRACES, ColumnField, TextOf, type Fields } from './mapping-controls';

/** How the file says when something happened. */
export function DateFields(props: Fields) {
  const kinds = [
    { code: 'day', label: 'A date in one column, or a first and a last one' },
    { code: 'parts', label: 'Year, month and day in columns of their own' },
    { code: 'words', label: 'Words, like “mid-March 2020”' },
  ];
  const orders = [
    { code: 'dmy', label: 'Day first: 3/4/2020 is 3 April' },
    { code: 'mdy', label: 'Month first: 3/4/2020 is 4 March' },
    { code: 'ymd', label: 'Year first: 2020-04-03' },
  ];
  const { draft, errors } = props;
  return (
    <>
      <SelectField
        name="date.kind"
        label="How the file says when"
        errors={errors}
        defaultValue={draft['date.kind'] ?? 'day'}
        options={kinds}
      />
      <div className="pw-pair">
        <ColumnField {...props} name="date.column" label="Date" />
        <ColumnField {...props} name="date.end" label="Last day, where there is one" />
      </div>
      <SelectField
        name="date.order"
        label="Order of day and month"
        errors={errors}
        defaultValue={draft['date.order'] ?? 'dmy'}
        options={orders}
        empty={draft['date.order'] === '' ? 'Choose' : undefined}
      />
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Year, month and day in columns of their own</span>
        </summary>
        <div className="govuk-details__text">
          <ColumnField {...props} name="date.year" label="Year" />
          <ColumnField {...props} name="date.month" label="Month" />
          <ColumnField {...props} name="date.day" label="Day" />
        </div>
      </details>
    </>
  );
}

/** Rows of a group that are filled, and a blank one to fill in. */
function rowsOf(group: string, draft: Fields['draft']): number[] {
  const rows = Array.from({ length: ROWS }, (_, i) => i);
  return rows.filter((i) => i === 0 || draft[`${group}.${i - 1}.column`]);
}

/** From which columns title, place and the rest are made. */
export function WhatFields(props: Fields) {
  return (
    <>
      <TextOf {...props} name="fields.title" label="Title" hint={BRACES} />
      <TextOf {...props} name="fields.summary" label="Summary" hint={BRACES} />
      <div className="pw-pair">
        {Array.from({ length: PLACES }, (_, i) => (
          <ColumnField
            key={i}
            {...props}
            name={`place.${i}`}
            label={i === 0 ? 'Country or place' : `Or else (${i + 1})`}
          />
        ))}
        <TextOf {...props} name="fields.locality" label="Town or site" />
        <ColumnField {...props} name="fields.latitude" label="Latitude" />
        <ColumnField {...props} name="fields.longitude" label="Longitude" />
        <ColumnField {...props} name="fields.origin" label="Sent from" />
        <ColumnField
          {...props}
          name="fields.externalId"
          label="Identifier"
          hint="By which the next release knows the event"
        />
        <ColumnField {...props} name="fields.type" label="Type, as our word for it" />
        <ColumnField {...props} name="fields.pillars" label="Pillars, as our words" />
        <ColumnField {...props} name="fields.confidence" label="Confidence, as our word" />
        <ColumnField {...props} name="fields.tags" label="Tags" />
      </div>
    </>
  );
}

/** Who took part, and what was counted. */
export function PartFields(props: Fields) {
  const { draft, errors } = props;
  return (
    <>
      {rowsOf('actors', draft).map((i) => (
        <div className="pw-pair" key={`a${i}`}>
          <ColumnField {...props} name={`actors.${i}.column`} label={`Actor ${i + 1}`} />
          <SelectField
            name={`actors.${i}.role`}
            label="Role"
            errors={errors}
            defaultValue={draft[`actors.${i}.role`] ?? ''}
            options={roleTerms}
            empty=""
          />
        </div>
      ))}
      {rowsOf('measures', draft).map((i) => (
        <div className="pw-import-triple" key={`m${i}`}>
          <ColumnField {...props} name={`measures.${i}.column`} label={`Number ${i + 1}`} />
          <SelectField
            name={`measures.${i}.measure`}
            label="Measures"
            errors={errors}
            defaultValue={draft[`measures.${i}.measure`] ?? ''}
            options={measureTerms}
            empty=""
          />
          <TextOf {...props} name={`measures.${i}.unit`} label="Unit" />
        </div>
      ))}
      <div className="pw-pair">
        <SelectField
          name="decimal"
          label="Decimals are written with a"
          errors={errors}
          defaultValue={draft.decimal ?? '.'}
          options={[
            { code: '.', label: 'point: 1,234.5' },
            { code: ',', label: 'comma: 1.234,5' },
          ]}
        />
        <TextOf
          {...props}
          name="unknown"
          label="Stands for “not known”"
          hint="Apart by commas, like -99, NA"
        />
      </div>
    </>
  );
}
