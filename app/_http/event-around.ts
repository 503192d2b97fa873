import { annotationsFor } from '@/db/annotations';
import type { Database } from '@/db/client';
import { lockdownBands, timelineEvents } from '@/db/events';
import { questionsOf } from '@/db/evidence';
import { articlesOf, historyOf, linkedEvents, neighbours, relatedEvents } from '@/db/related';
import { readSourceSet } from '@/db/source-sets';
import { shiftDay, type Day } from '@/lib/days';
import type { EventRecord } from '@/lib/event';
import { noFilters, withFilters, type Filters } from '@/lib/filters';
import { countryOf } from '@/lib/places';

/** Days of the record shown on either side of the event. */
const NEAR = 45;

function nearFilters(event: EventRecord, asOf: Day | null): Filters {
  return withFilters(noFilters, {
    asOf,
    region: [countryOf(event.region)],
    from: shiftDay(event.startsOn, -NEAR),
    to: shiftDay(event.endsOn, NEAR),
  });
}

/** What the page of an event that readers may see is made of, besides the event. */
export async function readAround(event: EventRecord, db: Database, asOf: Day | null) {
  const near = nearFilters(event, asOf);
  const [related, beside, linked, set, articles, history, questions, around, bands, annotations] =
    await Promise.all([
      relatedEvents(db, event),
      neighbours(db, event),
      linkedEvents(db, event),
      readSourceSet(db, event.sourceSet),
      articlesOf(db, event),
      historyOf(db, event.id),
      questionsOf(db, event.id, { asOf }),
      timelineEvents(db, near, 500),
      lockdownBands(db, near),
      annotationsFor(db, near, { from: near.from!, to: near.to! }),
    ]);
  return { near, related, beside, linked, set, articles, history, questions, around, bands, annotations };
}

export type Around = Awaited<ReturnType<typeof readAround>>;
