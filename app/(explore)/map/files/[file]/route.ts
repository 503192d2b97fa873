import { answering } from '@/app/_http/answer-file';
import { figureFile } from '@/app/_http/figure-file';
import { readMap } from '@/app/_http/map-data';
import { MAP_SOURCE } from '@/app/_map/map-figure';
import { mapPicture } from '@/app/_map/map-picture';
import type { Database } from '@/db/client';
import { spanWords } from '@/lib/count-words';
import { filterWords } from '@/lib/filter-words';
import { mapParameters, mapQuery, readMapQuestion } from '@/lib/map/map-question';
import { mapSheet } from '@/lib/map/map-sheet';
import { POPULATION_SOURCE } from '@/lib/map/population';
import { sourceWords } from '@/lib/source-words';
import { strictFilters } from '@/lib/strict-filters';

/** A map under the filters of the query, as its numbers or as a picture: /map/files/map.svg?view=europe&per=million. */
export const GET = answering(async (request, { params }: RouteContext<'/map/files/[file]'>) => {
  const query = new URL(request.url).searchParams;
  const { filters, problems } = strictFilters(query, mapParameters);
  const map = readMapQuestion({ view: query.get('view'), per: query.get('per') }, filters);
  const read = (db: Database) => readMap(db, filters, map);
  return figureFile(request, {
    file: (await params).file,
    name: 'map',
    problems: [...problems, ...map.problems],
    asked: mapQuery(filters, map.view, map.measure),
    filters,
    sheet: async (db) => mapSheet((await read(db)).counts),
    picture: async (db) => {
      const { counts, layout, facets } = await read(db);
      const when = facets.span ? `, ${spanWords(facets.span)}` : '';
      const people = map.measure === 'million' ? [POPULATION_SOURCE] : [];
      return {
        picture: mapPicture(counts, layout, when),
        foot: [`${filterWords(filters, facets)}.`, sourceWords(facets, filters), ...people, MAP_SOURCE],
      };
    },
  });
});
