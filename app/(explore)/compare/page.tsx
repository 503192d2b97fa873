import type { Metadata } from 'next';
import { OverlayPanel } from '@/app/_charts/overlay-panel';
import { MixFigure, RateFigure, TimelineFigure } from '@/app/_compare/compare-figures';
import { CompareForm } from '@/app/_compare/compare-form';
import { CompareMethod } from '@/app/_compare/compare-method';
import { RateTable } from '@/app/_compare/compare-tables';
import { CanonicalUrl } from '@/app/_filters/canonical-url';
import { FilterProblems } from '@/app/_filters/filter-problems';
import { KnownNotice } from '@/app/_filters/known-notice';
import { PresetList } from '@/app/_filters/preset-list';
import { QuestionProblems } from '@/app/_filters/question-problems';
import { readComparePage, type ComparePage } from '@/app/_http/compare-data';
import { readRecord } from '@/app/_http/known-record';
import { Link } from '@/app/_ui/link';
import { askedText, parseAsked } from '@/lib/asked';
import { CopyLink } from '@/app/_ui/copy-link';
import { belowOptions } from '@/db/below';
import { comparableWith, comparePresets } from '@/lib/compare/compare-presets';
import {
  compareHref,
  isCompared,
  parseCompare,
  swapped,
  type CompareQuestion,
} from '@/lib/compare/compare-question';
import { daysSentence, overlapSentence } from '@/lib/compare/compare-words';
import { hrefWith, isFiltered, type Filters } from '@/lib/filters';
import { pairToQuery } from '@/lib/prefixed-filters';

const PATH = '/compare';

export const metadata: Metadata = {
  title: 'Compare',
  description: 'Two sets of events side by side: how many, how often, of what kinds, and how sure that is.',
};

type Kept = ReturnType<typeof askedText>;

/** The answer in a sentence, what it rests on, and the numbers. */
function Answer({ question, page, keep }: { question: CompareQuestion; page: ComparePage; keep: Kept }) {
  const { found, sentence } = page;
  const overlap = overlapSentence(found);
  return (
    <section aria-label="Answer">
      <p className="pw-answer" role="status">
        {sentence}
      </p>
      <ul className="pw-answer__notes">
        {overlap && <li>{overlap}</li>}
        {found.ratio && <li>{daysSentence(found)}</li>}
        <li>
          This compares how often things happened; it does not say why. See{' '}
          <Link href={hrefWith('/events', question.a)}>the events of A</Link> and{' '}
          <Link href={hrefWith('/events', question.b)}>those of B</Link>, or{' '}
          <Link href={compareHref(swapped(question), keep)}>swap A and B</Link>.
        </li>
      </ul>
      {found.a.total + found.b.total > 0 && <RateTable found={found} />}
    </section>
  );
}

const withAsOf = (question: CompareQuestion, asOf: Filters['asOf']): CompareQuestion => ({
  a: { ...question.a, asOf },
  b: { ...question.b, asOf },
});

/** What else the events of A can be compared with, and comparisons that are asked often. */
function Offered({ question, keep }: { question: CompareQuestion; keep: Kept }) {
  const { asOf } = question.a;
  const current = compareHref(question, keep);
  const offered = (presets: readonly { label: string; question: CompareQuestion }[]) =>
    presets.map(({ label, question: { a, b } }) => ({
      label,
      href: compareHref(withAsOf({ a, b }, asOf), keep),
    }));
  return (
    <>
      {isFiltered(question.a) && (
        <PresetList title="Compare A with" presets={offered(comparableWith(question))} current={current} />
      )}
      <PresetList title="Asked often" presets={offered(comparePresets)} current={current} />
    </>
  );
}

/** Two sets of events compared: totals, rates, mix and course, with what chance leaves open. */
export default async function ComparePage({ searchParams }: PageProps<'/compare'>) {
  const query = await searchParams;
  const { question, problems } = parseCompare(query);
  const given = parseAsked(query);
  const keep = askedText(given);
  const asked = isCompared(question);
  const { db, known } = await readRecord(question.a);
  const [page, options] = await Promise.all([readComparePage(db, question, given), belowOptions(db)]);
  const { found, phrases, around } = page;
  const figures = { question, found, phrases };
  return (
    <>
      <div className="pw-explore__top">
        <h1 className="pw-heading">Compare</h1>
        <div className="pw-explore__actions">
          <CopyLink />
        </div>
      </div>
      <QuestionProblems problems={problems} />
      <FilterProblems problems={given.problems} />
      <KnownNotice known={known} nowHref={compareHref(withAsOf(question, null), keep)} />
      {asked ? (
        <Answer {...{ question, page, keep }} />
      ) : (
        <p className="pw-answer">
          {isFiltered(question.a)
            ? `A is ${phrases.a}. Choose what to compare them with.`
            : 'Choose two sets of events, and see how often either happens and what they are made of.'}
        </p>
      )}
      <Offered {...{ question, keep }} />
      <details className="pw-ask" open={!asked}>
        <summary>{asked ? 'Change the question' : 'Ask a question of your own'}</summary>
        <CompareForm {...{ question, keep }} sets={page.sets} />
      </details>
      {asked && found.a.total + found.b.total > 0 && (
        <div className="pw-columns">
          <div className="pw-column">
            {found.bins.length > 0 && (
              <>
                <TimelineFigure {...figures} around={around} />
                <OverlayPanel
                  path={PATH}
                  query={pairToQuery(question)}
                  asOf={question.b.asOf}
                  {...around}
                  below={{ chosen: around.below, options, missing: given.belowGiven !== '' && !around.below }}
                />
              </>
            )}
            {found.ratio && <RateFigure {...figures} />}
          </div>
          <MixFigure {...figures} />
        </div>
      )}
      <CompareMethod />
      <CanonicalUrl path={PATH} query={pairToQuery(question, keep)} clean={problems.length === 0} />
    </>
  );
}
