import { z } from 'zod';
import { standingTerms } from '../evidence/evidence';
import { statuses } from '../indicators/evaluate';
import { indicatorPeriods, measureTerms, methodTerms } from '../indicators/indicator';
import { moveTerms } from '../indicators/status-moves';
import { codesOf, pillars } from '../vocabulary';

const day = z.iso.date();
const instant = z.iso.datetime();
const status = z.enum(statuses).describe('Against its band; unknown where too little is known to say');
const side = z.int().min(-1).max(1).describe('Below its band (-1), above it (1), or neither (0)');

const reading = z.object({
  from: day,
  to: day,
  title: z.string(),
  value: z.number().nullable().describe('Null where nothing is known'),
  status,
  side,
  band: z.object({ low: z.number(), high: z.number() }).nullable(),
  change: z.number().nullable().describe('Per cent against the year before, for the method “change”'),
  missing: z.string().describe('Why there is no status; empty where there is one'),
});

/** An indicator as one of a list. */
const listed = z.object({
  slug: z.string().describe('Its permanent name, by which it is asked for'),
  question: z.string(),
  why: z.string(),
  pillar: z.enum(pillars),
  measure: z.enum(codesOf(measureTerms)),
  method: z.enum(codesOf(methodTerms)),
  period: z.enum(indicatorPeriods),
  query: z.string().describe('The filters of the events that it counts, as the query of /events'),
  series: z.string().nullable().describe('Key of the series that it measures instead'),
  latest: reading.nullable().describe('What it says of the last whole period'),
});

export const indicatorListSchema = z.object({ data: z.array(listed) });
export type ListedIndicator = z.output<typeof listed>;

export const indicatorSchema = listed.extend({
  readings: z.array(reading).describe('What it says of each period, oldest first'),
  history: z
    .array(
      z.object({
        noticedAt: instant,
        kind: z.enum(codesOf(moveTerms)),
        from: day,
        to: day,
        title: z.string(),
        before: z.object({ status, side }).nullable(),
        after: z.object({ status, side }),
        reason: z.string(),
        revision: z.int().describe('State of the record at which it was noticed'),
      }),
    )
    .describe('What was noticed of its status, newest first; the last 500'),
  evidence: z
    .array(
      z.object({
        event: z.object({
          slug: z.string(),
          title: z.string(),
          startsOn: day,
          endsOn: day,
          archived: z.boolean().describe('True where the event is not part of the record any more'),
        }),
        bearing: z.enum(codesOf(standingTerms)),
        note: z.string(),
        writtenAt: instant,
      }),
    )
    .describe('Events that bear on its question, as editors judge it, latest first'),
});
