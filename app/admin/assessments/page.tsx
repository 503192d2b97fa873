import type { Metadata } from 'next';
import { TrendSign } from '@/app/_assessments/trend-sign';
import { requireUser } from '@/app/_auth/session';
import { BlockTable } from '@/app/_ui/block-table';
import { Link } from '@/app/_ui/link';
import { readAssessments } from '@/db/assessments';
import { database } from '@/db/client';
import { monthYear } from '@/lib/days';
import { noFilters } from '@/lib/filters';
import { londonTime } from '@/lib/london-time';
import { placeName } from '@/lib/places';
import { labelOf, pillarTerms } from '@/lib/vocabulary';

export const metadata: Metadata = { title: 'Manage assessments' };

const columns = ['Month', 'Place', 'Pillar', 'Assessment', 'Why', 'By', 'Recorded'] as const;
const HERE = '/admin/assessments';

/** Every assessment with who recorded it, to replace or add to. */
export default async function AdminAssessmentsPage({ searchParams }: PageProps<'/admin/assessments'>) {
  await requireUser('assessments.write', HERE);
  const [{ saved }, rows] = await Promise.all([searchParams, readAssessments(database(), noFilters)]);
  return (
    <>
      {saved && (
        <div className="govuk-notification-banner govuk-notification-banner--success" role="alert">
          <div className="govuk-notification-banner__content">
            <p className="govuk-notification-banner__heading">
              Recorded: {[saved].flat()[0]}.{' '}
              <Link className="govuk-notification-banner__link" href="/assessments">
                As readers see it
              </Link>
            </p>
          </div>
        </div>
      )}
      <div className="pw-admin-head">
        <h1 className="pw-heading">Manage assessments</h1>
        <Link href={`${HERE}/new`} className="govuk-button pw-last">
          Record an assessment
        </Link>
      </div>
      {rows.length === 0 ? (
        <p className="govuk-body">Nothing has been recorded yet.</p>
      ) : (
        <BlockTable
          caption="Newest month first. Times are those of the UK."
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          cellsOf={(row) => ({
            Month: row.current ? (
              <Link
                href={`${HERE}/new?month=${row.month.slice(0, 7)}&place=${row.place}&pillar=${row.pillar}`}
              >
                {monthYear(row.month)}
              </Link>
            ) : (
              monthYear(row.month)
            ),
            Place: placeName(row.place),
            Pillar: labelOf(pillarTerms, row.pillar),
            Assessment: (
              <>
                <TrendSign trend={row.trend} />
                {!row.current && <span className="pw-quiet"> (replaced)</span>}
              </>
            ),
            Why: row.reason,
            By: row.by,
            Recorded: londonTime(row.writtenAt),
          })}
        />
      )}
    </>
  );
}
