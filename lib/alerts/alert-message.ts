import type { Day } from '@/lib/days';
import type { Standing } from '@/lib/indicators/status-moves';
import { statusInWords, statusWords } from '@/lib/indicators/status-words';
import { londonTimeInFull } from '@/lib/london-time';
import { countOf } from '@/lib/numbers';

/** A status as programs read it. */
interface ToldStatus {
  status: Standing['status'];
  side: 'above' | 'below' | null;
}

/** What is told of a change of status: kept with the delivery, so that every try says the same. */
export interface AlertMessage {
  type: 'indicator.status_changed' | 'test';
  /** When it was noticed (RFC 3339). */
  timestamp: string;
  data: {
    indicator: string;
    question: string;
    pillar: string;
    period: { from: Day; to: Day; title: string };
    before: ToldStatus;
    after: ToldStatus;
    /** alert: the record brought it; redefined: the indicator was changed. */
    because: 'alert' | 'redefined';
    reason: string;
    revision: number;
  };
}

const sides = { '-1': 'below', '0': null, '1': 'above' } as const;

/** A status as programs read it. */
export function toldStatus({ status, side }: Standing): ToldStatus {
  return { status, side: sides[`${side}`] };
}

const inWords = ({ status, side }: ToldStatus): string =>
  statusInWords({ status, side: side === null ? 0 : side === 'above' ? 1 : -1 });

/** A message that tells of nothing, by which somebody sees that messages arrive. */
export function testMessage(at: Date): AlertMessage {
  const day = at.toISOString().slice(0, 10);
  return {
    type: 'test',
    timestamp: at.toISOString(),
    data: {
      indicator: 'test',
      question: 'Does this message arrive?',
      pillar: 'prepare',
      period: { from: day, to: day, title: 'a period that does not exist' },
      before: { status: 'normal', side: null },
      after: { status: 'high', side: 'above' },
      because: 'alert',
      reason: 'This is a test: nothing has changed',
      revision: 0,
    },
  };
}

const page = ({ type, data }: AlertMessage, publicUrl: string): string =>
  type === 'test' ? `${publicUrl}/indicators` : `${publicUrl}/indicators/${data.indicator}`;

/** The body of a webhook: the message with the address of its page. The same message has the same body, to the letter. */
export function webhookBody(message: AlertMessage, publicUrl: string): string {
  return JSON.stringify({ ...message, data: { ...message.data, url: page(message, publicUrl) } });
}

/** The gravest first. */
const gravity: readonly ToldStatus['status'][] = ['high', 'raised', 'unknown', 'normal'];

function mailLines(message: AlertMessage, publicUrl: string): string[] {
  const { question, before, after, because, reason } = message.data;
  return [
    `${inWords(after)} (was ${inWords(before).toLowerCase()}): ${question}`,
    `${reason}.`,
    ...(because === 'redefined'
      ? ['The indicator itself was changed: it reads the same record otherwise.']
      : []),
    page(message, publicUrl),
  ];
}

/** What an e-mail of several changes is about: "3 indicators changed: 2 high, 1 normal". */
function severalWords(messages: readonly AlertMessage[]): string {
  const indicators = new Set(messages.map(({ data }) => data.indicator)).size;
  const counts = gravity.flatMap((status) => {
    const of = messages.filter(({ data }) => data.after.status === status).length;
    return of > 0 ? [`${of} ${statusWords[status].toLowerCase()}`] : [];
  });
  return `${countOf(indicators, 'indicator')} changed: ${counts.join(', ')}`;
}

/** What changed as one e-mail, the gravest first. */
export function alertMail(
  messages: readonly AlertMessage[],
  { publicUrl, marking }: { publicUrl: string; marking: string },
): { subject: string; text: string } {
  const all = messages.toSorted(
    (a, b) => gravity.indexOf(a.data.after.status) - gravity.indexOf(b.data.after.status),
  );
  const first = all[0]!;
  const latest = all.reduce((last, one) => (one.timestamp > last.timestamp ? one : last));
  const one = all.length === 1;
  const lines = [
    marking,
    ...(one ? [] : [`${severalWords(all)}.`]),
    ...all.flatMap((message) => mailLines(message, publicUrl)),
    `Noticed on ${londonTimeInFull(latest.timestamp)}, record at revision ${latest.data.revision}. An indicator says that a count is unusual, never why.`,
    'An admin of Pillarwatch entered this address. To get no more of these, ask them.',
  ];
  const subject = one
    ? `${first.type === 'test' ? 'Test: ' : ''}${inWords(first.data.after)}: ${first.data.question}`
    : severalWords(all);
  return { subject, text: lines.join('\n\n') };
}
