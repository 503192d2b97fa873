import { answering } from '@/app/_http/answer-file';
import { findMapView, MAP_WIDTH } from '@/lib/map/map-view';
import { outlineOf } from '@/lib/map/outline';
import { Land } from '@/app/_map/land';
import { problem } from '@/app/_http/problem';

/** A year: the page names the build in the address, and the ground changes with nothing else. */
const FOR_GOOD = 'public, max-age=31536000, immutable';

/** The ground of a map as a picture, which every page with this map shares: /map/land/europe.svg. */
export const GET = answering(async (_request, { params }: RouteContext<'/map/land/[file]'>) => {
  const { file } = await params;
  const view = file.endsWith('.svg') ? findMapView(file.slice(0, -4)) : undefined;
  if (!view) return problem('not-found', `There is no ${file} here.`);
  const { renderToStaticMarkup } = await import('react-dom/server');
  const ground = renderToStaticMarkup(Land({ outline: outlineOf(view) }));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${MAP_WIDTH} ${view.height}" width="${MAP_WIDTH}" height="${view.height}">${ground}</svg>`;
  return new Response(svg, {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': FOR_GOOD },
  });
});
