import { Link } from '@/app/_ui/link';
import { PillarMark } from '@/app/_ui/pillar-mark';
import type { BearsOn } from '@/db/evidence';
import type { Day } from '@/lib/days';
import { BearingSign } from './bearing-sign';

/** The questions that an event bears on, with why; for editors the way to link it to another. */
export function QuestionsOfEvent({
  questions,
  linkHref,
  asOf,
}: {
  questions: readonly BearsOn[];
  /** The day of knowledge of the page. */
  asOf: Day | null;
  /** Where an editor links the event; null for readers. */
  linkHref: string | null;
}) {
  if (questions.length === 0 && linkHref === null) return null;
  return (
    <section aria-labelledby="questions" className="pw-evidence">
      <h2 className="govuk-heading-m" id="questions">
        Questions it bears on
      </h2>
      {questions.length > 0 && (
        <ul>
          {questions.map(({ indicator, question, pillar, bearing, note }) => (
            <li key={indicator}>
              <BearingSign bearing={bearing} /> <PillarMark pillar={pillar} />{' '}
              <Link
                className="govuk-link"
                href={`/indicators/${indicator}${asOf ? `?asOf=${asOf}` : ''}#evidence`}
              >
                {question}
              </Link>
              <p>{note}</p>
            </li>
          ))}
        </ul>
      )}
      {linkHref && (
        <p className="govuk-body">
          <Link className="govuk-link" href={linkHref}>
            Link it to a question
          </Link>
        </p>
      )}
    </section>
  );
}
