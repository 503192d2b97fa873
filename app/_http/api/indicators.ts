import { database } from '@/db/client';
import { readEvidence } from '@/db/evidence';
import { readWatched, readWatchedOne, type WatchedIndicator } from '@/db/indicator-readings';
import { lastStatusChange, readStatusChanges } from '@/db/status-history';
import { ApiProblem } from '@/lib/api/problem-types';
import type { ListedIndicator } from '@/lib/api/indicator-answers';
import { instant } from '@/lib/export/file-words';
import type { Reading } from '@/lib/indicators/evaluate';
import type { Call } from './call';
import { acceptJson, stateAnswer } from './reads';

/** Changes of status in an answer. */
const MOST_CHANGES = 500;

const told = ({ from, to, title, value, status, side, band, change, missing }: Reading) => ({
  from,
  to,
  title,
  value,
  status,
  side,
  band,
  change,
  missing,
});

function listed({ indicator, readings }: WatchedIndicator): ListedIndicator {
  const { slug, question, why, pillar, measure, method, period, query, series } = indicator;
  const last = readings.at(-1);
  const latest = last ? told(last) : null;
  return { slug, question, why, pillar, measure, method, period, query, series, latest };
}

export async function listIndicators(call: Call): Promise<Response> {
  acceptJson(call);
  return stateAnswer(call, async () => ({ data: (await readWatched(database())).map(listed) }));
}

export async function getIndicator(call: Call): Promise<Response> {
  acceptJson(call);
  const db = database();
  const watched = await readWatchedOne(db, call.slug);
  if (!watched) throw new ApiProblem('not-found', `There is no indicator “${call.slug}”.`);
  const make = async () => {
    const [changes, evidence] = await Promise.all([
      readStatusChanges(db, { indicator: call.slug, most: MOST_CHANGES }),
      readEvidence(db, call.slug, { asOf: null }),
    ]);
    return {
      ...listed(watched),
      readings: watched.readings.map(told),
      history: changes.map(
        ({ noticedAt, kind, from, to, title, fromStatus, fromSide, status, side, ...why }) => ({
          noticedAt: instant(noticedAt),
          kind,
          from,
          to,
          title,
          before: fromStatus === null ? null : { status: fromStatus, side: fromSide ?? 0 },
          after: { status, side },
          reason: why.reason,
          revision: why.revision,
        }),
      ),
      evidence: evidence.map(
        ({ event: { slug, title, startsOn, endsOn, status }, bearing, note, writtenAt }) => ({
          event: { slug, title, startsOn, endsOn, archived: status === 'archived' },
          bearing,
          note,
          writtenAt: instant(writtenAt),
        }),
      ),
    };
  };
  // What indicators said is stored after the write that it rests on.
  return stateAnswer(call, make, [call.slug, String(await lastStatusChange(db))]);
}
