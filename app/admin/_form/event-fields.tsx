import type { ReactNode } from 'react';
import { Choices } from '@/app/_ui/form/choices';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { TextAreaField, TextField } from '@/app/_ui/form/field';
import type { EventDraft } from '@/lib/event-draft';
import { confidenceTerms, markingTerms, pillarTerms, statusTerms, typeTerms } from '@/lib/vocabulary';
import { ActorFields, ExternalIdFields, MeasureFields, SourceFields } from './group-fields';
import { WhenField } from './when-field';

export interface FormChoices {
  actors: readonly string[];
  articles: readonly { code: string; label: string }[];
  places: readonly string[];
}

interface Props {
  draft: EventDraft;
  errors: readonly FieldError[];
  choices: FormChoices;
}

function Section({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="govuk-fieldset pw-section">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
      {children}
    </fieldset>
  );
}

function DataList({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}

/** Every field of the event, in the order in which one would tell it. */
export function EventFields({ draft, errors, choices }: Props) {
  const text = (
    name: Exclude<keyof EventDraft, 'pillars' | 'actors' | 'measures' | 'sources' | 'externalIds'>,
  ) => ({ name, errors, defaultValue: draft[name] });
  return (
    <>
      <Section legend="What happened">
        <TextField
          {...text('title')}
          label="Title"
          hint="What, who and where, in at most 90 characters. No judgement."
          maxLength={200}
        />
        <TextAreaField
          {...text('summary')}
          label="Summary"
          hint="One or two sentences in your own words. State numbers that the source gives."
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
          hint="The Contest strands that the event bears on, one to four. Tag a strand only where the source ties the event to it."
          kind="checkbox"
          terms={pillarTerms}
          chosen={draft.pillars}
          errors={errors}
        />
      </Section>
      <Section legend="When">
        <WhenField value={draft.when} errors={errors} />
        <TextField
          {...text('dateText')}
          label="The date as the source words it (optional)"
          width="govuk-input--width-20"
        />
      </Section>
      <Section legend="Where">
        <TextField
          {...text('region')}
          label="Place"
          hint="A country, a UK nation, an English region, a UN region, or World: where it took effect."
          list="places"
          autoComplete="off"
          width="govuk-input--width-20"
        />
        <TextField {...text('locality')} label="Town or site (optional)" width="govuk-input--width-20" />
        <TextField
          {...text('origin')}
          label="Sent from (optional)"
          hint="The place it came from, where it crossed a border: a donor, a sender."
          list="places"
          autoComplete="off"
          width="govuk-input--width-20"
        />
        <div className="pw-pair">
          <TextField {...text('latitude')} label="Latitude (optional)" inputMode="decimal" />
          <TextField {...text('longitude')} label="Longitude (optional)" inputMode="decimal" />
        </div>
        <DataList id="places" values={choices.places} />
      </Section>
      <ActorFields draft={draft} errors={errors} />
      <DataList id="known-actors" values={choices.actors} />
      <MeasureFields draft={draft} errors={errors} />
      <SourceFields draft={draft} errors={errors} articles={choices.articles} />
      <Section legend="How sure, and how it is filed">
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
          hint="Words joined by hyphens, with commas between: background, un-mission"
        />
        <TextAreaField
          {...text('links')}
          label="Linked events (optional)"
          hint="Their addresses or short names, one a line."
          rows={2}
        />
      </Section>
      <ExternalIdFields draft={draft} errors={errors} />
      <Section legend="Publication">
        <Choices
          name="status"
          legend="Status"
          kind="radio"
          terms={statusTerms}
          chosen={[draft.status]}
          errors={errors}
        />
      </Section>
    </>
  );
}
