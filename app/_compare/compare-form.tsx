import { CompactFilter, PlaceNames } from '@/app/_filters/compact-filter';
import type { CompareQuestion } from '@/lib/compare/compare-question';
import type { SourceSet } from '@/lib/source-sets';

/** The two sets of filters as a GET form. */
export function CompareForm({
  question,
  sets,
  keep,
}: {
  question: CompareQuestion;
  sets: readonly SourceSet[];
  /** What else the address says. */
  keep: Record<string, string | undefined>;
}) {
  return (
    <form
      className="pw-question"
      method="get"
      action="/compare"
      role="search"
      aria-label="Question"
      noValidate
    >
      <PlaceNames />
      {question.a.asOf && <input type="hidden" name="asOf" value={question.a.asOf} />}
      {Object.entries(keep).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <div className="pw-question__sets">
        <CompactFilter prefix="a" legend="A" hint="These events" filters={question.a} sets={sets} />
        <CompactFilter prefix="b" legend="B" hint="compared with these" filters={question.b} sets={sets} />
      </div>
      <button type="submit" className="govuk-button pw-question__ask">
        Compare
      </button>
    </form>
  );
}
