import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { Banner } from '@/app/_ui/banner';
import { BlockTable } from '@/app/_ui/block-table';
import { listAnnotations } from '@/db/annotations';
import { database } from '@/db/client';
import { daysInWords } from '@/lib/annotations/annotation';
import { londonTime } from '@/lib/london-time';
import { placeName } from '@/lib/places';
import { labelOf, pillarTerms } from '@/lib/vocabulary';
import { AnnotationForm } from '../_annotations/annotation-form';
import { removeAnnotationAction } from './actions';

export const metadata: Metadata = { title: 'Notes on charts' };

const columns = ['Days', 'Note', 'Place', 'Pillar', 'By', 'Written', 'Remove'] as const;

/** The notes on the charts: to add to, and to take away. */
export default async function AnnotationsPage({ searchParams }: PageProps<'/admin/annotations'>) {
  await requireUser('annotations.write', '/admin/annotations');
  const [{ saved, removed }, rows] = await Promise.all([searchParams, listAnnotations(database())]);
  return (
    <>
      {(saved || removed) && (
        <Banner>
          {saved ? 'Saved. The note is on the charts.' : 'Removed. The note is off the charts.'}
        </Banner>
      )}
      <h1 className="pw-heading">Notes on charts</h1>
      <p className="pw-sentence">
        A note stands as a number over its days on the timeline and on every chart in time, with its text
        below.
      </p>
      {rows.length > 0 && (
        <BlockTable
          caption="By their days. Times are those of the UK."
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          cellsOf={(row) => ({
            Days: daysInWords(row),
            Note: row.text,
            Place: row.place ? placeName(row.place) : 'All',
            Pillar: row.pillar ? labelOf(pillarTerms, row.pillar) : 'All',
            By: row.by,
            Written: londonTime(row.writtenAt),
            Remove: (
              <form action={removeAnnotationAction}>
                <input type="hidden" name="id" value={row.id} />
                <button type="submit" className="pw-button">
                  Remove<span className="govuk-visually-hidden">: {row.text}</span>
                </button>
              </form>
            ),
          })}
        />
      )}
      <h2 className="govuk-heading-m">Add a note</h2>
      <AnnotationForm />
    </>
  );
}
