import type { ReactNode } from 'react';
import { Choices } from '@/app/_ui/form/choices';
import { CountedField } from '@/app/_ui/form/counted-field';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { TextAreaField, TextField } from '@/app/_ui/form/field';
import type { EventDraft, Group } from '@/lib/event-draft';
import {
  confidenceTerms,
  markingTerms,
  pillarTerms,
  statusTerms,
  typeTerms,
  type Status,
} from '@/lib/vocabulary';
import type { FormState } from './form-state';
import { ActorFields, ExternalIdFields, MeasureFields } from './group-fields';
import { PlaceField } from './place-field';
import { Section } from './section';
import { SourceFields } from './source-fields';
import { WhenField } from './when-field';

/** What the form offers while typing. */
export interface FormChoices {
  actors: readonly string[];
  articles: readonly { code: string; label: string }[];
  places: readonly string[];
  /** The statuses that the person may give the event. */
  statuses: readonly Status[];
  /** True where a save proposes a change to what is published. */
  proposes: boolean;
}

interface Props {
  draft: EventDraft;
  errors: readonly FieldError[];
  choices: FormChoices;
  readAs: FormState['readAs'];
  /** The box for a citation. */
  pasteBox: ReactNode;
}

/** What a field of plain text needs: its name, what stands in it, and its error. */
function textProps(draft: EventDraft, errors: readonly FieldError[]) {
  return (name: Exclude<keyof EventDraft, 'pillars' | Group>) => ({
    name,
    errors,
    defaultValue: draft[name],
  });
}

function DataList({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value}>{value}</option>
      ))}
    </datalist>
  );
}

function WhatFields({ draft, errors }: Pick<Props, 'draft' | 'errors'>) {
  const text = textProps(draft, errors);
  return (
    <Section id="what">
      <CountedField
        {...text('title')}
        label="Title"
        hint="What, who and where, in your own words. No judgement."
        most={90}
      />
      <CountedField
        {...text('summary')}
        label="Summary"
        hint="What the source reports, in one or two sentences of your own. Leave out its opinion."
        most={1000}
        rows={3}
      />
      <Choices
        name="type"
        legend="Type"
        kind="radio"
        terms={typeTerms}
        chosen={[draft.type]}
        errors={errors}
      />
      <Choices
        name="pillars"
        legend="Pillars"
        hint="The strands of Contest that the event bears on. Tag a pillar only where the source ties the event to it."
        kind="checkbox"
        terms={pillarTerms}
        chosen={draft.pillars}
        errors={errors}
      />
    </Section>
  );
}

function WhenFields({ draft, errors }: Pick<Props, 'draft' | 'errors'>) {
  return (
    <Section id="when">
      <WhenField value={draft.when} errors={errors} />
      <TextField
        {...textProps(draft, errors)('dateText')}
        label="Date as the source words it (optional)"
        hint="In a few words, like “at the end of the month”."
        width="govuk-input--width-20"
      />
    </Section>
  );
}

function WhereFields({ draft, errors, choices, readAs }: Props) {
  const text = textProps(draft, errors);
  return (
    <Section id="where">
      <PlaceField
        {...text('region')}
        name="region"
        label="Place"
        hint="Where it took effect: a country, a nation or English region of the UK, a UN region, or World."
        readAs={readAs.region}
      />
      <TextField
        {...text('locality')}
        label="Town or site (optional)"
        hint="If the source names one."
        width="govuk-input--width-20"
      />
      <PlaceField
        {...text('origin')}
        name="origin"
        label="Sent from (optional)"
        hint="Where it came from, if it crossed a border: the donor or sender."
        readAs={readAs.origin}
      />
      <div className="pw-pair pw-pair--short">
        <TextField
          {...text('latitude')}
          label="Latitude (optional)"
          hint="In degrees, like 51.5072"
          inputMode="decimal"
          autoComplete="off"
        />
        <TextField
          {...text('longitude')}
          label="Longitude (optional)"
          hint="West is negative, like -0.1276"
          inputMode="decimal"
          autoComplete="off"
        />
      </div>
      <DataList id="places" values={choices.places} />
    </Section>
  );
}

function FilingFields({ draft, errors }: Pick<Props, 'draft' | 'errors'>) {
  const text = textProps(draft, errors);
  return (
    <Section id="filing">
      <Choices
        name="confidence"
        legend="Confidence"
        kind="radio"
        terms={confidenceTerms}
        chosen={[draft.confidence]}
        errors={errors}
      />
      <Choices
        name="marking"
        legend="Protective marking"
        kind="radio"
        terms={markingTerms}
        chosen={[draft.marking]}
        errors={errors}
      />
      <TextField
        {...text('tags')}
        label="Tags (optional)"
        hint="Words joined by hyphens, with commas between them: background, un-mission"
      />
      <TextAreaField
        {...text('links')}
        label="Linked events (optional)"
        hint="The addresses of their pages, one a line."
        rows={2}
      />
    </Section>
  );
}

/** Every field of the event, in the order in which one would tell it. */
export function EventFields(props: Props) {
  const { draft, errors, choices, pasteBox } = props;
  return (
    <>
      <WhatFields {...{ draft, errors }} />
      <WhenFields {...{ draft, errors }} />
      <WhereFields {...props} />
      <ActorFields {...{ draft, errors }} />
      <DataList id="known-actors" values={choices.actors} />
      <MeasureFields {...{ draft, errors }} />
      <SourceFields {...{ draft, errors }} articles={choices.articles} above={pasteBox} />
      <FilingFields {...{ draft, errors }} />
      <ExternalIdFields {...{ draft, errors }} />
      <Section id="publication">
        <Choices
          name="status"
          legend="Status"
          hint={
            choices.proposes
              ? 'The event is published: readers go on seeing it as it is until a reviewer accepts your change.'
              : undefined
          }
          kind="radio"
          terms={statusTerms.filter(({ code }) => choices.statuses.includes(code))}
          chosen={[draft.status]}
          errors={errors}
        />
      </Section>
    </>
  );
}
