import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { database } from '@/db/client';
import { evidenceHistory } from '@/db/evidence';
import { listIndicators } from '@/db/indicators';
import { oneOf } from '../../_evidence/evidence-query';
import { EvidenceForm } from '../../_evidence/evidence-form';
import { evidenceState } from '../../_evidence/evidence-state';
import { EvidenceTable } from '../../_evidence/evidence-table';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

/** Links the event of the address to the question of the address, or to one that is chosen; with what was said before. */
export default async function LinkEvidencePage({ searchParams }: PageProps<'/admin/evidence/link'>) {
  const query = await searchParams;
  const chosen = { indicator: oneOf(query, 'indicator'), event: oneOf(query, 'event') };
  const here = `/admin/evidence/link?${new URLSearchParams(chosen)}`;
  await requireUser('evidence.link', chosen.indicator || chosen.event ? here : '/admin/evidence/link');
  const db = database();
  const [indicators, history] = await Promise.all([listIndicators(db, true), evidenceHistory(db, chosen)]);
  const questions = indicators
    .filter(({ slug, retired }) => !retired || slug === chosen.indicator)
    .map(({ slug, question }) => ({ code: slug, label: question }));
  return (
    <>
      <EvidenceForm
        heading={history.length > 0 ? 'Change or withdraw a link' : 'Link an event to a question'}
        initial={evidenceState(chosen, history[0] ?? null)}
        questions={questions}
      />
      {history.length > 0 && <EvidenceTable caption="What was recorded, newest first" entries={history} />}
    </>
  );
}
