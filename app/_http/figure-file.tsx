import type { ChartPicture } from '@/app/_charts/picture';
import type { Database } from '@/db/client';
import { recordFor } from '@/db/known-record';
import type { Sheet } from '@/lib/csv';
import type { Filters } from '@/lib/filters';
import type { QueryProblem } from '@/lib/strict-filters';
import { csvAnswer } from './csv-answer';
import { etagOf, holdsState, stateHeaders } from './etag';
import { problem, queryProblem } from './problem';
import { pictureAnswer } from './picture-answer';
import { figureName } from '@/lib/figure-name';

interface FigureFile {
  /** The file that is asked for, and those that there are. */
  file: string;
  name: string;
  /** What cannot be used of the query. */
  problems: readonly QueryProblem[];
  /** The query in its one way to be written: the name of the answer's state. */
  asked: string;
  filters: Filters;
  /** Both are asked of the record that the filters are about: of now, or of a past day. */
  sheet(db: Database): Promise<Sheet>;
  /** The drawing, and the lines under it that say of what it is one. */
  picture(db: Database): Promise<{ picture: ChartPicture; foot: readonly string[] }>;
}

/** A figure's data (CSV) or picture (SVG): named, kept by state, and refused with the reason where the query is no good. */
export async function figureFile(request: Request, asked: FigureFile): Promise<Response> {
  const { file, name, problems } = asked;
  const ending = [`${name}.csv`, `${name}.svg`].indexOf(file);
  if (ending < 0) return problem('not-found', `There is no ${file} here, but ${name}.csv and ${name}.svg.`);
  if (problems.length > 0) return queryProblem(problems);
  const etag = await etagOf(new URL(request.url).pathname, asked.asked);
  const headers = {
    ...stateHeaders(etag),
    'Content-Disposition': `attachment; filename="${figureName(new URL(request.url).pathname)}"`,
  };
  if (holdsState(request, etag)) return new Response(null, { status: 304, headers });
  const db = await recordFor(asked.filters);
  if (ending === 0) return csvAnswer(request, await asked.sheet(db), headers);
  return pictureAnswer(db, await asked.picture(db), headers);
}
