import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { Link } from '@/app/_ui/link';
import { searchAudit } from '@/db/audit-search';
import { database } from '@/db/client';
import { auditHref, parseAuditQuery } from '@/lib/audit-query';
import { auditErrors, AuditForm } from '../_audit/audit-form';
import { AuditTable } from '../_audit/audit-table';

export const metadata: Metadata = { title: 'Audit trail' };

const PAGE = 50;

/** Who did what, when and from where; for admins. */
export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  const { query, below, problems } = parseAuditQuery(await searchParams);
  await requireUser('audit.read', auditHref(query, below));
  const found = await searchAudit(database(), query, below, PAGE + 1);
  const rows = found.slice(0, PAGE);
  const more = found.length > PAGE;
  return (
    <>
      <ErrorSummary errors={auditErrors(problems)} />
      <h1 className="pw-heading">Audit trail</h1>
      <p className="govuk-body">
        Nothing here can be changed or deleted. Times are UK time (Europe/London); write days like 23 March
        2020, or months like March 2020.
      </p>
      <AuditForm {...{ query, problems }} />
      {rows.length > 0 ? (
        <AuditTable rows={rows} caption="Entries, newest first" />
      ) : (
        <p className="govuk-body">No entry was found. Try fewer words, or wider dates.</p>
      )}
      <nav className="pw-admin-pages" aria-label="Pages of the trail">
        {below !== null && (
          <Link className="govuk-link" href={auditHref(query)}>
            Newest entries
          </Link>
        )}
        {more && (
          <Link className="govuk-link" href={auditHref(query, rows.at(-1)!.seq)} rel="next">
            Older entries
          </Link>
        )}
      </nav>
    </>
  );
}
