import type { Day } from '@/lib/days';
import type { Standing } from '@/lib/indicators/status-moves';
import { statusInWords } from '@/lib/indicators/status-words';
import { londonTimeInFull } from '@/lib/london-time';

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

/** The message as an e-mail. */
export function alertMail(
  message: AlertMessage,
  { publicUrl, marking }: { publicUrl: string; marking: string },
): { subject: string; text: string } {
  const { question, before, after, because, reason, revision } = message.data;
  const now = inWords(after);
  const lines = [
    marking,
    `${now} (was ${inWords(before).toLowerCase()}): ${question}`,
    `${reason}.`,
    ...(because === 'redefined'
      ? ['The indicator itself was changed: it reads the same record otherwise.']
      : []),
    page(message, publicUrl),
    `Noticed on ${londonTimeInFull(message.timestamp)}, record at revision ${revision}. An indicator says that a count is unusual, never why.`,
    'An admin of Pillarwatch entered this address. To get no more of these, ask them.',
  ];
  const subject = `${message.type === 'test' ? 'Test: ' : ''}${now}: ${question}`;
  return { subject, text: lines.join('\n\n') };
}
