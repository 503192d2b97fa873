import { CompactFilter, PlaceNames } from '@/app/_filters/compact-filter';
import {
  dayZeroTerms,
  MOST_GAP,
  MOST_WEEKS,
  uncertainTerms,
  whereTerms,
  type StudyQuestion,
} from '@/lib/event-study/study-question';
import type { SourceSet } from '@/lib/source-sets';
import type { Term } from '@/lib/vocabulary';

function Pick({
  name,
  label,
  terms,
  value,
}: {
  name: string;
  label: string;
  terms: readonly Term[];
  value: string;
}) {
  return (
    <label className="pw-compact__box">
      <span>{label}</span>
      <select className="pw-filter__text" name={name} defaultValue={value} key={value}>
        {terms.map((term) => (
          <option key={term.code} value={term.code}>
            {term.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Count({
  name,
  label,
  value,
  min,
  max,
}: {
  name: string;
  label: string;
  value: number;
  min: number;
  max: number;
}) {
  return (
    <label className="pw-compact__box">
      <span>{label}</span>
      <input
        className="pw-filter__text"
        type="number"
        {...{ name, min, max }}
        defaultValue={value}
        key={value}
      />
    </label>
  );
}

/** The whole question as a GET form: two sets of filters, and how they are compared. */
export function StudyForm({ question, sets }: { question: StudyQuestion; sets: readonly SourceSet[] }) {
  return (
    <form
      className="pw-question"
      method="get"
      action="/before-after"
      role="search"
      aria-label="Question"
      noValidate
    >
      <PlaceNames />
      {question.outcome.asOf && <input type="hidden" name="asOf" value={question.outcome.asOf} />}
      <div className="pw-question__sets">
        <CompactFilter
          prefix="a"
          legend="Day 0"
          hint="The events before and after which you look"
          filters={question.anchors}
          sets={sets}
        />
        <CompactFilter
          prefix="b"
          legend="What is counted"
          hint="Dates here bound what is looked at"
          filters={question.outcome}
          sets={sets}
        />
        <fieldset className="pw-compact">
          <legend className="pw-compact__legend">How</legend>
          <p className="pw-filter__hint">What the windows are</p>
          <div className="pw-filter__pair">
            <Count
              name="weeks"
              label="Weeks before and after"
              value={question.weeks}
              min={1}
              max={MOST_WEEKS}
            />
            <Count name="gap" label="Weeks left out each side" value={question.gap} min={0} max={MOST_GAP} />
          </div>
          <Pick name="at" label="Day 0 of an event is" terms={dayZeroTerms} value={question.at} />
          <Pick name="where" label="Count" terms={whereTerms} value={question.where} />
          <Pick
            name="uncertain"
            label="Events for day 0 whose day is not known"
            terms={uncertainTerms}
            value={question.uncertain}
          />
        </fieldset>
      </div>
      <button type="submit" className="govuk-button pw-question__ask">
        Compare
      </button>
    </form>
  );
}
