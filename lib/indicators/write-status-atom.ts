import { element, FEED_AUTHOR, FEED_START, link } from '@/lib/export/atom-parts';
import { instant } from '@/lib/export/file-words';
import { statusUuid } from '@/lib/export/urn';
import { labelOf, pillarTerms, type Pillar } from '@/lib/vocabulary';
import type { Reading } from './evaluate';
import { moveTerms, type MoveKind } from './status-moves';
import { statusInWords } from './status-words';

/** A stored change, as a feed tells it. */
export interface FedChange extends Pick<Reading, 'status' | 'side'> {
  id: number;
  indicator: string;
  question: string;
  pillar: Pillar;
  kind: MoveKind;
  fromStatus: Reading['status'] | null;
  fromSide: Reading['side'] | null;
  reason: string;
  revision: number;
  noticedAt: string;
}

interface Context {
  publicUrl: string;
  marking: string;
  /** The one indicator that the feed is of; null for all. */
  only: { slug: string; question: string } | null;
}

/** "High, above (was normal)". */
export function changeInWords({
  status,
  side,
  fromStatus,
  fromSide,
}: Pick<FedChange, 'status' | 'side' | 'fromStatus' | 'fromSide'>): string {
  const now = statusInWords({ status, side });
  if (fromStatus === null) return now;
  return `${now} (was ${statusInWords({ status: fromStatus, side: fromSide ?? 0 }).toLowerCase()})`;
}

function entry(change: FedChange, { publicUrl }: Context): string {
  const { id, indicator, question, pillar, kind, reason, revision, noticedAt } = change;
  const because = kind === 'redefined' ? ` ${labelOf(moveTerms, kind)}.` : '';
  return [
    '<entry>',
    // A row is never changed, so neither is its entry. Another database has other rows: the time tells them apart.
    element('id', `urn:uuid:${statusUuid('status-change', `${indicator}:${id}:${instant(noticedAt)}`)}`),
    element('title', `${changeInWords(change)}: ${question}`),
    link('alternate', `${publicUrl}/indicators/${indicator}`, 'text/html'),
    element('published', instant(noticedAt)),
    element('updated', instant(noticedAt)),
    `<category term="${pillar}" label="${labelOf(pillarTerms, pillar)}"/>`,
    element('summary', `${reason}.${because} Record at revision ${revision}.`),
    '</entry>\n',
  ].join('\n');
}

/** A feed by RFC 4287 of what indicators came to say, newest first; an entry is added for each change and never changed. */
export function statusAtom(changes: readonly FedChange[], context: Context): string {
  const { publicUrl, marking, only } = context;
  const page = `${publicUrl}/indicators${only ? `/${only.slug}` : ''}`;
  const file = only ? `files/${only.slug}.atom` : 'changes.atom';
  return [
    ...FEED_START,
    element('id', `urn:uuid:${statusUuid('status-feed', only?.slug ?? '')}`),
    element('title', `Pillarwatch: changes of status${only ? `: ${only.question}` : ''}`),
    element('subtitle', `${marking}. When an indicator came to say something else, newest first.`),
    // A feed must say when it changed: an empty one has not since there are days.
    element('updated', instant(changes[0]?.noticedAt ?? '1970-01-01T00:00:00Z')),
    FEED_AUTHOR,
    element('rights', `${marking}.`),
    link('self', `${publicUrl}/indicators/${file}`),
    link('alternate', page, 'text/html'),
    '',
    ...changes.map((change) => entry(change, context)),
    '</feed>\n',
  ].join('\n');
}
