import { htmlText } from '@/lib/html-text';
import type { Item } from '@/lib/timeline-items';
import type { Scene } from '@/lib/timeline-layout';
import { toPixels } from '@/lib/timeline-paint';
import { headingOf, listLabel, OVER_ALL } from './link-words';

function linkHtml({ name, href, target: { x, y, width, height } }: Item): string {
  const area = `x="${toPixels(x)}" y="${toPixels(y)}" width="${toPixels(width)}" height="${toPixels(height)}"`;
  return `<g role="listitem"><a class="pw-tl-link" href="${htmlText(href)}"><rect ${area}/><title>${htmlText(name)}</title></a></g>`;
}

const listHtml = (items: readonly Item[], label: string): string =>
  items.length === 0
    ? ''
    : `<g role="list" aria-label="${htmlText(label)}">${items.map(linkHtml).join('')}</g>`;

/**
 * The links of LaneLinks as they stand in the page before scripts run: every one a tab stop, named by a title that is shown on
 * hover, where no card is. As text, without that name twice and what only scripts read: a page has hundreds of them.
 */
export function linksHtml(scene: Scene, items: readonly (readonly Item[])[]): string {
  const lanes = scene.lanes.map((lane, at) => {
    const heading = `<text role="heading" aria-level="3" x="0" y="${toPixels(lane.y + 20)}" font-size="15" fill="none">${htmlText(headingOf(lane))}</text>`;
    return `<g>${heading}${listHtml(items[at] ?? [], listLabel(lane))}</g>`;
  });
  return lanes.join('') + listHtml(items[scene.lanes.length] ?? [], OVER_ALL);
}
