import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireUser } from '@/app/_auth/session';
import { importReport, importRulesWords, mapStep } from '@/app/_http/import-data';
import { applyRefusal, moverOf, undoRefusal, type Mover } from '@/app/_http/import-rights';
import { Link } from '@/app/_ui/link';
import { database } from '@/db/client';
import { readImport } from '@/db/import/imports';
import { may } from '@/lib/permissions';
import { setWords } from '@/lib/import/report-words';
import { londonTimeInFull } from '@/lib/london-time';
import { CountsTable } from '../../_import/counts-table';
import { EditedList, HeldList } from '../../_import/findings-list';
import {
  ConfirmForm,
  DiscardButton,
  StoppedButtons,
  UndoForm,
  UndoneLine,
} from '../../_import/import-buttons';
import { isBusy, sizeWords, stateWords } from '../../_import/import-words';
import { JobProgress } from '../../_import/job-progress';
import { jobState } from '../../_import/job-state';
import { MappingForm } from '../../_import/mapping-form';
import { RejectsTable } from '../../_import/rejects-table';
import { Sample } from '../../_import/sample';

export const metadata: Metadata = { title: 'Import' };

type Found = NonNullable<Awaited<ReturnType<typeof readImport>>>;
type Query = Record<string, string | string[] | undefined>;

async function Mapping({ row }: { row: Found }) {
  const step = await mapStep(row);
  if ('problem' in step)
    return (
      <>
        <p className="pw-banner pw-banner--refused" role="alert">
          {step.problem}
        </p>
        <DiscardButton id={row.id} />
      </>
    );
  return (
    <>
      <p className="govuk-body">{step.about}</p>
      <MappingForm {...step.form} fileName={row.fileName}>
        <Sample outcomes={step.sample} rows={step.sampled} />
      </MappingForm>
      <DiscardButton id={row.id} />
    </>
  );
}

async function Report({ row, query, who }: { row: Found; query: Query; who: Mover }) {
  const { counts, id, state } = row;
  if (!counts) return null;
  const applied = row.appliedAt !== null;
  const report = await importReport(id, query);
  // What new events become is chosen below, by who may: here it is about what the file changes.
  const refused = state === 'checked' ? await applyRefusal(row, who, 'in_review') : null;
  const mayUndo = state === 'applied' && (await undoRefusal(row, who)) === null;
  return (
    <>
      {state === 'undone' && <UndoneLine {...report.undone} />}
      <CountsTable counts={counts} skipped={row.skipped ?? []} applied={applied} newStatus={row.newStatus} />
      {state === 'checked' && (
        <ConfirmForm
          row={row}
          mayPublish={who.publishes}
          allowed={report.allowed}
          refused={refused?.words ?? null}
        />
      )}
      <HeldList
        id={id}
        {...report.held}
        total={counts.events.duplicate}
        allowed={report.allowed}
        open={!applied}
      />
      <EditedList id={id} {...report.edited} total={counts.events.edited} />
      <RejectsTable id={id} total={counts.rejected} {...report.rejects} />
      {mayUndo && counts.events.new + counts.events.changed > 0 && (
        <UndoForm id={id} sure={query.sure === '1'} />
      )}
    </>
  );
}

async function Facts({ row }: { row: Found }) {
  const rules = row.state === 'uploaded' ? null : await importRulesWords(row);
  return (
    <p className="govuk-body pw-quiet">
      {sizeWords(row.bytes)}, uploaded {londonTimeInFull(row.createdAt)}
      {row.createdByName && ` by ${row.createdByName}`}
      {row.sourceSet && `; set: ${setWords(row)}`}
      {rules && `; read as ${rules}`}
      {row.appliedAt &&
        `; written ${londonTimeInFull(row.appliedAt)}${row.appliedByName ? ` by ${row.appliedByName}` : ''}`}
      {row.undoneAt &&
        `; undone ${londonTimeInFull(row.undoneAt)}${row.undoneByName ? ` by ${row.undoneByName}` : ''}`}
    </p>
  );
}

/** One import, at whichever step it stands. */
export default async function ImportPage({ params, searchParams }: PageProps<'/admin/import/[id]'>) {
  const { id } = await params;
  const user = await requireUser('imports.run', `/admin/import/${encodeURIComponent(id)}`);
  const [row, query] = await Promise.all([readImport(database(), Number(id)), searchParams]);
  if (!row) notFound();
  const busy = isBusy(row);
  return (
    <>
      <p className="govuk-body">
        <Link className="govuk-link" href="/admin/import">
          All imports
        </Link>
      </p>
      <h1 className="pw-heading">
        {row.fileName} <strong className="govuk-tag govuk-tag--grey">{stateWords(row)}</strong>
      </h1>
      <Facts row={row} />
      {row.problem && (
        <p className="pw-banner pw-banner--refused" role="alert">
          {row.problem}
        </p>
      )}
      {busy && row.running && (
        <>
          <JobProgress id={row.id} initial={jobState(row)} />
          <noscript>
            {/* Named, without a fragment: a refresh of an address with one only scrolls. */}
            <meta httpEquiv="refresh" content={`2;url=/admin/import/${row.id}`} />
          </noscript>
        </>
      )}
      {busy && !row.running && <StoppedButtons id={row.id} state={row.state} />}
      {row.state === 'uploaded' && <Mapping row={row} />}
      {!busy && row.state !== 'uploaded' && (
        <Report row={row} query={query} who={moverOf(user.id, may(user.role, 'events.publish'))} />
      )}
    </>
  );
}
