import { eventSchema, type EventInput } from '@/lib/event';
import { sampleEvents } from './arbitraries';
import { short, XSS } from './attacks';

/** An event with an attack in every text that it has, and with links to `url`. */
export function eventOfAttacks(slug: string, url: string, change: Partial<EventInput>): EventInput {
  const source = {
    title: XSS,
    author: XSS,
    publisher: XSS,
    url,
    archiveUrl: `${url}/archive`,
    page: short(40),
    quotation: XSS,
    licence: XSS,
  };
  return eventSchema.parse({
    ...sampleEvents(1, 7)[0]!,
    slug,
    title: short(90),
    summary: XSS,
    startsOn: '2020-03-23',
    endsOn: '2020-03-23',
    precision: 'day',
    dateText: short(80),
    locality: XSS,
    actors: [{ name: XSS, role: 'other' }],
    measures: [{ measure: 'quantity', value: 1, unit: short(60) }],
    sources: [source],
    externalIds: [{ scheme: short(40), value: `${XSS} ${slug}` }],
    links: [],
    latitude: null,
    longitude: null,
    status: 'published',
    ...change,
  });
}
