import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { requireUser } from '@/app/_auth/session';
import { Banner } from '@/app/_ui/banner';
import { Link } from '@/app/_ui/link';
import { PillarMark } from '@/app/_ui/pillar-mark';
import { BlockTable } from '@/app/_ui/block-table';
import { database } from '@/db/client';
import { listIndicators, type StoredIndicator } from '@/db/indicators';
import { measureTerms, methodTerms } from '@/lib/indicators/indicator';
import { londonTime } from '@/lib/london-time';
import { labelOf, pillarTerm } from '@/lib/vocabulary';

export const metadata: Metadata = { title: 'Manage indicators' };

const columns = ['Question', 'Pillar', 'Measure', 'Method', 'State', 'Last change'] as const;

const doneWords = {
  saved: 'Saved',
  archived: 'Archived: not watched any more',
  restored: 'Watched again',
  refused: 'Not changed, because someone has saved it since you opened it',
};

const cellsOf = (row: StoredIndicator): Record<(typeof columns)[number], ReactNode> => ({
  Question: (
    <Link className="govuk-link" href={`/admin/indicators/${row.slug}`}>
      {row.question}
    </Link>
  ),
  Pillar: (
    <>
      <PillarMark pillar={row.pillar} /> {pillarTerm(row.pillar).label}
    </>
  ),
  Measure: `${labelOf(measureTerms, row.measure)}, by ${row.period}`,
  Method: labelOf(methodTerms, row.method),
  State: (
    <strong className={`govuk-tag ${row.retired ? 'govuk-tag--grey' : 'govuk-tag--green'}`}>
      {row.retired ? 'Archived' : 'Watched'}
    </strong>
  ),
  'Last change': londonTime(row.updatedAt),
});

/** Says what was just done, with a way to the indicator's page. */
function Done({ query, rows }: { query: Record<string, unknown>; rows: readonly StoredIndicator[] }) {
  const done = (Object.keys(doneWords) as (keyof typeof doneWords)[]).find((key) => key in query);
  const indicator = done && rows.find(({ slug }) => slug === query[done]);
  if (!done || !indicator) return null;
  return (
    <Banner refused={done === 'refused'}>
      {doneWords[done]}:{' '}
      <Link className="govuk-link" href={`/indicators/${indicator.slug}`}>
        {indicator.question}
      </Link>
    </Banner>
  );
}

/** Every indicator, archived ones too; for admins. */
export default async function AdminIndicatorsPage({ searchParams }: PageProps<'/admin/indicators'>) {
  await requireUser('indicators.manage', '/admin/indicators');
  const [query, rows] = await Promise.all([searchParams, listIndicators(database(), true)]);
  return (
    <>
      <Done {...{ query, rows }} />
      <div className="pw-admin-head">
        <h1 className="pw-heading">Manage indicators</h1>
        <Link href="/admin/indicators/new" className="govuk-button pw-last">
          Add an indicator
        </Link>
      </div>
      <BlockTable
        caption="Questions that are watched, by pillar. Times are UK time."
        {...{ columns, rows, cellsOf }}
        keyOf={({ slug }) => slug}
      />
    </>
  );
}
