import { and, asc, inArray } from 'drizzle-orm';
import { buildTile } from '@/lib/build-tile';
import { encodeTile } from '@/lib/count-tile';
import type { Filters } from '@/lib/filters';
import { askedOf } from '@/lib/lane-groups';
import { placeName } from '@/lib/places';
import { lanesAsked, stretchOf, wholeOf, type UnreadStretch } from '@/lib/read-stretch';
import type { LaneBy, Span } from '@/lib/timeline';
import { packEvents } from '@/lib/timeline-columns';
import type { BigRecord, BinStretch, Stretch, StretchRequest } from '@/lib/timeline-stretch';
import type { Database } from './client';
import { summaries } from './events';
import { currentIndex } from './index-feed';
import { matchingIds } from './matching-ids';
import { events } from './schema';
import { published } from './where';

async function askedIn(db: Database, filters: Filters) {
  const [{ index, revision }, ids] = await Promise.all([currentIndex(db), matchingIds(db, filters)]);
  return { revision, asked: askedOf(index, filters, ids) };
}

/** The stretch with its events, which are few, from Postgres. */
async function withEvents(db: Database, stretch: BinStretch | UnreadStretch): Promise<Stretch> {
  if (stretch.kind === 'bins') return stretch;
  const { ids, ...rest } = stretch;
  const rows = await summaries(db)
    .where(and(published, inArray(events.id, [...ids])))
    .orderBy(asc(events.startsOn), asc(events.id));
  return { ...rest, columns: packEvents(rows, placeName) };
}

/** A stretch of the timeline, and the state of the record that it is of. */
export interface StretchAnswer {
  revision: number;
  /** Keys of the lanes that its counts are of. */
  lanes: readonly string[];
  stretch: Stretch;
}

/** What a view of the timeline shows under the filters: events where they are few, else counts. */
export async function readStretch(
  db: Database,
  filters: Filters,
  laneBy: LaneBy,
  request: StretchRequest,
): Promise<StretchAnswer> {
  const { revision, asked } = await askedIn(db, filters);
  const lanes = lanesAsked(asked, laneBy);
  const stretch = await withEvents(db, stretchOf(lanes, request));
  return { revision, lanes: lanes.heads.map(({ key }) => key), stretch };
}

/**
 * A record of too many events to be sent one by one: its lanes, all of it as coarse counts, and the view.
 * @param span first start and last end of its events, the latter excluded
 * @param bounds how far the view can go
 */
export async function readBigRecord(
  db: Database,
  filters: Filters,
  laneBy: LaneBy,
  { span, bounds, ...request }: StretchRequest & { span: Span; bounds: Span },
): Promise<BigRecord> {
  const { revision, asked } = await askedIn(db, filters);
  const lanes = lanesAsked(asked, laneBy);
  const view = await withEvents(db, stretchOf(lanes, request));
  return {
    revision,
    total: lanes.total,
    heads: lanes.heads,
    span,
    stretches: [wholeOf(lanes, { ...request, view: bounds }), view],
  };
}

/** The breakdowns' cumulative counts over a view, as bytes; see lib/count-tile. */
export async function readTile(db: Database, filters: Filters, view: Span): Promise<Uint8Array<ArrayBuffer>> {
  const [{ index }, ids] = await Promise.all([currentIndex(db), matchingIds(db, filters)]);
  return encodeTile(buildTile(index, filters, ids, view));
}
