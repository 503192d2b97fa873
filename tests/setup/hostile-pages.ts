import { expect } from 'vitest';
import type { HostileDesk } from './hostile-desk';

/** Nothing of the payload stands in the page as markup: its quotes or its brackets are always written as entities. */
export function expectTame(html: string): void {
  expect(html).not.toContain('<svg/onload');
  expect(html).not.toContain('<img src=x');
  expect(html).not.toContain(`</script>"'>`);
  expect(html).not.toContain(`</title></script>`);
}

/** Pages of readers; of the event of this name too. */
export const everywhere = (name: string): string[] => [
  '/',
  '/timeline',
  '/events',
  `/events/${name}`,
  '/pillars/prevent',
  '/regions/GB',
  '/data',
  '/data/codebook',
  '/indicators',
  '/indicators/hostile',
  '/series',
  '/series/hostile',
  '/assessments',
  '/map',
  '/flows',
  '/before-after',
  '/compare',
];

/** Pages of the desk that show what it has written. */
export const deskPages = (slug: string, desk: HostileDesk): string[] => [
  `/admin/events`,
  `/admin/events/${slug}`,
  `/admin/events/${slug}/history?from=1&to=2`,
  `/admin/events/bulk?event=${slug}&do=archive`,
  '/admin/review',
  '/admin/review/1',
  '/admin/annotations',
  '/admin/assessments',
  '/admin/series',
  '/admin/series/hostile',
  '/admin/indicators',
  '/admin/indicators/hostile',
  '/admin/evidence',
  `/admin/evidence/link?indicator=hostile&event=${slug}`,
  '/admin/alerts',
  `/admin/alerts/${desk.alert}`,
  '/admin/alerts/log',
  '/admin/import',
  `/admin/import/${desk.import}`,
  '/admin/import-rules',
  '/admin/import-rules/acled',
  '/admin/keys',
  '/admin/audit',
  '/admin/users',
  '/admin/vocabulary',
  '/account',
];

/** Pages of the desk with forms that write. */
export const deskForms = (slug: string): string[] => [
  '/admin/events/new',
  `/admin/events/${slug}`,
  '/admin/review/1',
  '/admin/annotations',
  '/admin/assessments/new',
  '/admin/series/new',
  '/admin/indicators/new',
  '/admin/evidence/link',
  '/admin/alerts/new',
  '/admin/import-rules/acled',
  '/admin/keys/new',
  '/admin/users/invite',
  '/account',
  '/account/password',
];

/** Pages and files that read parameters, or ought to let them be. */
export const pagesWithParameters = [
  ...everywhere('hostile'),
  '/sign-in',
  '/export/events.csv',
  '/export/events.json',
  '/charts/period.csv',
  '/charts/period.svg',
  '/events/hostile/cite',
  '/timeline/tile',
  '/timeline/stretch',
  '/admin/events',
  '/admin/audit',
  '/admin/review',
  '/admin/events/bulk',
  '/account',
];
