import { Picture, type ChartPicture } from '@/app/_charts/picture';
import type { Database } from '@/db/client';
import { readDataset } from '@/db/dataset';
import { formatDay } from '@/lib/days';
import { env } from '@/lib/env';

/** Which state of the record a picture shows: it is looked at long after it was taken away. */
async function stateWords(db: Database): Promise<string> {
  const { revision, changedOn } = await readDataset(db);
  const state = changedOn
    ? `The record as of ${formatDay(changedOn)} (revision ${revision})`
    : 'An empty record';
  return `Pillarwatch. ${state}.`;
}

/** A picture as an SVG file: with the marking, and the lines of its foot, to which that of the record's state is added. */
export async function pictureAnswer(
  db: Database,
  { picture, foot }: { picture: ChartPicture; foot: readonly string[] },
  headers: Record<string, string>,
): Promise<Response> {
  // Next keeps react-dom/server out of modules that pages share; a route may load it when it is asked.
  const { renderToStaticMarkup } = await import('react-dom/server');
  const svg = renderToStaticMarkup(
    <Picture picture={picture} marking={env().MARKING} foot={[...foot, await stateWords(db)]} />,
  );
  return new Response(svg, { headers: { ...headers, 'Content-Type': 'image/svg+xml; charset=utf-8' } });
}
