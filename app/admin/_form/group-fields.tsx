import type { FieldError } from '@/app/_ui/form/error-summary';
import { SelectField, TextField } from '@/app/_ui/form/field';
import type { EventDraft } from '@/lib/event-draft';
import { measureTerms, roleTerms } from '@/lib/vocabulary';
import { RepeatingGroup } from './repeating-group';

interface Props {
  draft: EventDraft;
  errors: readonly FieldError[];
}

/** Who took part, and how. */
export function ActorFields({ draft: { actors }, errors }: Props) {
  return (
    <RepeatingGroup
      group="actors"
      one="Actor"
      hint="Who took part: a state, a group, an office, a person in office. Name a suspect only where the source makes the name public."
      count={actors.length}
    >
      {(row) => (
        <div className="pw-row__fields">
          <TextField
            name={`actors.${row}.name`}
            label="Name"
            list="known-actors"
            autoComplete="off"
            defaultValue={actors[row]!.name}
            errors={errors}
          />
          <SelectField
            name={`actors.${row}.role`}
            label="Role"
            options={roleTerms}
            empty="Choose a role"
            defaultValue={actors[row]!.role}
            errors={errors}
          />
        </div>
      )}
    </RepeatingGroup>
  );
}

/** Numbers that the source gives. */
export function MeasureFields({ draft: { measures }, errors }: Props) {
  return (
    <RepeatingGroup
      group="measures"
      one="Measure"
      hint="Numbers that the source gives, with their unit: 3 people, -50 per cent, 2 million masks."
      count={measures.length}
    >
      {(row) => (
        <div className="pw-row__fields pw-row__fields--three">
          <SelectField
            name={`measures.${row}.measure`}
            label="Measure"
            options={measureTerms}
            empty="Choose a measure"
            defaultValue={measures[row]!.measure}
            errors={errors}
          />
          <TextField
            name={`measures.${row}.value`}
            label="Number"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={measures[row]!.value}
            errors={errors}
          />
          <TextField
            name={`measures.${row}.unit`}
            label="Unit"
            autoComplete="off"
            defaultValue={measures[row]!.unit}
            errors={errors}
          />
        </div>
      )}
    </RepeatingGroup>
  );
}

/** The event's numbers in other data sets. */
export function ExternalIdFields({ draft: { externalIds }, errors }: Props) {
  return (
    <RepeatingGroup
      group="externalIds"
      one="Identifier"
      hint="The event’s number in another data set, like ACLED or GTD."
      count={externalIds.length}
      most={10}
    >
      {(row) => (
        <div className="pw-row__fields">
          <TextField
            name={`externalIds.${row}.scheme`}
            label="Data set"
            autoComplete="off"
            defaultValue={externalIds[row]!.scheme}
            errors={errors}
          />
          <TextField
            name={`externalIds.${row}.value`}
            label="Identifier"
            autoComplete="off"
            defaultValue={externalIds[row]!.value}
            errors={errors}
          />
        </div>
      )}
    </RepeatingGroup>
  );
}
