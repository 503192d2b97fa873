import type { Metadata } from 'next';
import { AlignedFigure, PlaceboFigure, RatioFigure, ZeroFigure } from '@/app/_before-after/study-figures';
import { StudyForm } from '@/app/_before-after/study-form';
import { StudyMethod } from '@/app/_before-after/study-method';
import { SidesTable } from '@/app/_before-after/study-tables';
import { KnownNotice } from '@/app/_filters/known-notice';
import { CanonicalUrl } from '@/app/_filters/canonical-url';
import { PresetList } from '@/app/_filters/preset-list';
import { QuestionProblems } from '@/app/_filters/question-problems';
import { readRecord } from '@/app/_http/known-record';
import { readStudyPage, type StudyPage } from '@/app/_http/study-data';
import { CopyLink } from '@/app/_ui/copy-link';
import { Link } from '@/app/_ui/link';
import { studyPresets } from '@/lib/event-study/study-presets';
import {
  isAsked,
  parseStudy,
  studyHref,
  studyToQuery,
  withAsOf,
  type StudyQuestion,
} from '@/lib/event-study/study-question';
import { datesSentence, observedSentence, studySentence } from '@/lib/event-study/study-words';
import { hrefWith } from '@/lib/filters';
import { countOf } from '@/lib/numbers';

const PATH = '/before-after';

export const metadata: Metadata = {
  title: 'Before and after',
  description: 'How often something happens before and after something else, with an exact interval.',
};

/** The answer in a sentence, what it rests on, and the numbers. */
function Answer({ question, page }: { question: StudyQuestion; page: StudyPage }) {
  const { found, names } = page;
  if (!found) return <p className="pw-answer">Not enough data: the record names no day of these sets.</p>;
  const { study, observed, leftOut, placesLeftOut } = found;
  const dates = datesSentence(study);
  return (
    <section aria-label="Answer">
      <p className="pw-answer" role="status">
        {studySentence(study, question, { names, leftOut })}
      </p>
      <ul className="pw-answer__notes">
        {dates && <li>{dates}</li>}
        <li>
          {observedSentence(study, observed, leftOut)}
          {placesLeftOut > 0 && ` ${countOf(placesLeftOut, 'place')} with the fewest days 0 are left out.`}
        </li>
        <li>
          This compares how often things happened; it does not say that one brought about the other. See{' '}
          <Link href={hrefWith('/events', question.outcome)}>the events that are counted</Link> and{' '}
          <Link href={hrefWith('/events', question.anchors)}>those that are day 0</Link>.
        </li>
      </ul>
      {study.zeros > 0 && <SidesTable study={study} />}
    </section>
  );
}

/** An event study: what happens before and after what, with all that says how far it can be trusted. */
export default async function BeforeAfterPage({ searchParams }: PageProps<'/before-after'>) {
  const { question, problems } = parseStudy(await searchParams);
  const asked = isAsked(question);
  const { asOf } = question.outcome;
  const { db, known } = await readRecord({ asOf });
  const page = await readStudyPage(db, question);
  const found = asked ? page.found : null;
  const drawn = found !== null && found.study.zeros > 0;
  return (
    <>
      <div className="pw-explore__top">
        <h1 className="pw-heading">Before and after</h1>
        <div className="pw-explore__actions">
          <CopyLink />
        </div>
      </div>
      <QuestionProblems problems={problems} />
      <KnownNotice known={known} nowHref={studyHref(withAsOf(question, null))} />
      {asked ? (
        <Answer {...{ question, page }} />
      ) : (
        <p className="pw-answer">
          Choose what is day 0 and what is counted round it, and see how often it happens before and after.
        </p>
      )}
      <PresetList
        title="Asked often"
        presets={studyPresets.map(({ label, question: one }) => ({
          label,
          href: studyHref(withAsOf(one, asOf)),
        }))}
        current={studyHref(question)}
      />
      <details className="pw-ask" open={!asked}>
        <summary>{asked ? 'Change the question' : 'Ask a question of your own'}</summary>
        <StudyForm question={question} sets={page.sets} />
      </details>
      {drawn && (
        <div className="pw-columns">
          <AlignedFigure {...{ question, found }} />
          <RatioFigure {...{ question, found }} />
          <ZeroFigure {...{ question, found }} zeros={page.zeros} named={page.named} />
          <PlaceboFigure {...{ question, found }} />
        </div>
      )}
      <StudyMethod />
      <CanonicalUrl path={PATH} query={studyToQuery(question)} clean={problems.length === 0} />
    </>
  );
}
