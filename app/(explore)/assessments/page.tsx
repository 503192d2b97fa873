import type { Metadata } from 'next';
import { TrendSign } from '@/app/_assessments/trend-sign';
import { currentUser } from '@/app/_auth/session';
import { FilterProblems } from '@/app/_filters/filter-problems';
import { BlockTable } from '@/app/_ui/block-table';
import { Link } from '@/app/_ui/link';
import { PillarTags } from '@/app/_ui/pillar-tags';
import { readAssessments } from '@/db/assessments';
import { database } from '@/db/client';
import type { RecordedAssessment } from '@/lib/assessments/assessment-sheet';
import { formatDay, monthYear, type Day } from '@/lib/days';
import { filterWords } from '@/lib/filter-words';
import { hrefWith, noFilters, parseFilters, withFilters } from '@/lib/filters';
import { londonTime } from '@/lib/london-time';
import { countOf } from '@/lib/numbers';
import { may } from '@/lib/permissions';
import { placeName } from '@/lib/places';

export const metadata: Metadata = {
  title: 'Assessments',
  description:
    'How editors judge each month against the one before, by place and pillar, with one sentence why.',
};

const columns = ['Month', 'Place', 'Pillar', 'Assessment', 'Why', 'Recorded'] as const;

function AssessmentTable({ rows, asOf }: { rows: readonly RecordedAssessment[]; asOf: Day | null }) {
  return (
    <BlockTable
      caption="Newest month first. Times are those of the UK."
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      cellsOf={(row) => ({
        Month: monthYear(row.month),
        Place: (
          <Link href={hrefWith(`/regions/${row.place}`, withFilters(noFilters, { asOf }))}>
            {placeName(row.place)}
          </Link>
        ),
        Pillar: <PillarTags pillars={[row.pillar]} />,
        Assessment: (
          <>
            <TrendSign trend={row.trend} />
            {!row.current && <span className="pw-quiet"> (replaced)</span>}
          </>
        ),
        Why: row.reason,
        Recorded: londonTime(row.writtenAt),
      })}
    />
  );
}

/** Every assessment of the filtered places, pillars and months, with what later ones replaced. */
export default async function AssessmentsPage({ searchParams }: PageProps<'/assessments'>) {
  const query = await searchParams;
  const { filters, problems } = parseFilters(query);
  const { region, pillar, from, to, asOf } = filters;
  const used = withFilters(noFilters, { region, pillar, from, to, asOf });
  const [rows, user] = await Promise.all([readAssessments(database(), used), currentUser()]);
  const holding = rows.filter(({ current, trend }) => current && trend !== 'withdrawn');
  return (
    <>
      <FilterProblems problems={problems} />
      <h1 className="pw-heading">{countOf(holding.length, 'assessment')}</h1>
      <p className="pw-sentence">
        For a month, a place and a pillar an editor says whether the situation deteriorated, improved or
        stayed as it was, and why in one sentence. An entry is never changed: a later one takes its place, and
        both stay here.
      </p>
      <p className="govuk-body">
        {filterWords(used).replace('the whole record', 'all places and pillars')}.
        {asOf && ` As recorded by the end of ${formatDay(asOf)}.`}{' '}
        <Link className="govuk-link" href={hrefWith('/events', filters)}>
          The events of the same question
        </Link>
        {user && may(user.role, 'assessments.write') && (
          <>
            {' '}
            <Link className="govuk-link pw-spaced" href="/admin/assessments/new">
              Record an assessment
            </Link>
          </>
        )}
      </p>
      {rows.length === 0 ? (
        <p className="govuk-inset-text">Nothing has been recorded for these places, pillars and months.</p>
      ) : (
        <>
          <AssessmentTable rows={rows} asOf={asOf} />
          <p className="pw-figure__foot">
            <a href={hrefWith('/assessments/assessments.csv', used)} download>
              Download as CSV
            </a>
          </p>
        </>
      )}
    </>
  );
}
