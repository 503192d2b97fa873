import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { Banner } from '@/app/_ui/banner';
import { Link } from '@/app/_ui/link';
import { listForAdmin } from '@/db/admin-events';
import { database } from '@/db/client';
import { listEvidence } from '@/db/evidence';
import { listIndicators } from '@/db/indicators';
import { oneOf } from '../_evidence/evidence-query';
import { EvidenceTable } from '../_evidence/evidence-table';
import { FindEvent } from '../_evidence/find-event';

export const metadata: Metadata = { title: 'Evidence for questions' };

/** Events that a search shows, and entries that are listed. */
const FOUND = 20;
const LISTED = 200;

/** Which events bear on which questions: to find one to link, and what was recorded. */
export default async function AdminEvidencePage({ searchParams }: PageProps<'/admin/evidence'>) {
  await requireUser('evidence.link', '/admin/evidence');
  const query = await searchParams;
  const [q, saved] = [oneOf(query, 'q'), oneOf(query, 'saved')];
  const db = database();
  const indicators = await listIndicators(db, true);
  const chosen = indicators.find(({ slug }) => slug === oneOf(query, 'indicator'));
  const [entries, found] = await Promise.all([
    listEvidence(db, chosen?.slug ?? null, LISTED),
    q ? listForAdmin(db, { q, status: null, after: null }, FOUND - 1) : null,
  ]);
  const [last] = entries;
  const of = chosen ? ` of “${chosen.question}”` : '';
  return (
    <>
      {saved && last?.event === saved && (
        <Banner>
          {last.bearing === 'withdrawn' ? 'Withdrawn' : 'Saved'}:{' '}
          <Link className="govuk-link" href={`/indicators/${last.indicator}#evidence`}>
            {last.title}, as readers see it
          </Link>
        </Banner>
      )}
      <div className="pw-admin-head">
        <h1 className="pw-heading">Evidence for questions</h1>
        <Link href="/admin/evidence/link" className="govuk-button pw-last">
          Link an event
        </Link>
      </div>
      <p className="pw-sentence">
        An event can support the question of an indicator, speak against it, or give context. Readers see the
        balance on the indicator’s page, and the questions on the event’s.
      </p>
      <FindEvent
        questions={indicators.map(({ slug, question }) => ({ code: slug, label: question }))}
        indicator={chosen?.slug ?? ''}
        {...{ q, found }}
      />
      {entries.length === 0 ? (
        <p className="govuk-body">
          {chosen ? `Nothing is linked to “${chosen.question}” yet.` : 'Nothing has been linked yet.'}
        </p>
      ) : (
        <EvidenceTable
          caption={`${entries.length === LISTED ? `The last ${LISTED} entries` : 'Entries'}${of}, newest first`}
          entries={entries}
        />
      )}
    </>
  );
}
