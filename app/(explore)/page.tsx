import { ExploreFrame } from '@/app/_filters/explore-frame';
import { database } from '@/db/client';
import { readFacets } from '@/db/facets';
import { parseFilters } from '@/lib/filters';

type Props = PageProps<'/'>;

/** The overview: what happened, where and when, under the reader's filters. */
export default async function OverviewPage({ searchParams }: Props) {
  const { filters, problems } = parseFilters(await searchParams);
  const facets = await readFacets(database(), filters);
  return (
    <ExploreFrame path="/" {...{ filters, problems, facets }}>
      <p>soon</p>
    </ExploreFrame>
  );
}
