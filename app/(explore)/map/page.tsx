import type { Metadata } from 'next';
import { ExploreFrame } from '@/app/_filters/explore-frame';
import { readRecord } from '@/app/_http/known-record';
import { readMap } from '@/app/_http/map-data';
import { MapFigure } from '@/app/_map/map-figure';
import { CopyLink } from '@/app/_ui/copy-link';
import { overviewSentence } from '@/lib/chart-sentences';
import { shownIn } from '@/lib/facets';
import { partProblems } from '@/lib/filter-words';
import { parseFilters } from '@/lib/filters';
import { readMapQuestion } from '@/lib/map/map-question';

const PATH = '/map';

export const metadata: Metadata = {
  title: 'Map',
  description: 'Where events happened: counts or rates by country and by part of the UK, on equal-area maps.',
};

const one = (value: string | string[] | undefined): string | undefined => [value].flat()[0];

/** Events by place on a map, under the reader's filters. */
export default async function MapPage({ searchParams }: PageProps<'/map'>) {
  const query = await searchParams;
  const { filters, problems } = parseFilters(query);
  const asked = { view: one(query.view), per: one(query.per) };
  const { db, known } = await readRecord(filters);
  const question = readMapQuestion(asked, filters);
  const { facets, ...map } = await readMap(db, filters, question, shownIn(query));
  return (
    <ExploreFrame
      path={PATH}
      {...{ filters, facets, known }}
      problems={[...problems, ...partProblems(question.problems)]}
      keep={asked}
      sentence={overviewSentence(facets, filters)}
      actions={<CopyLink />}
    >
      <MapFigure path={PATH} filters={filters} total={facets.total} {...map} />
    </ExploreFrame>
  );
}
