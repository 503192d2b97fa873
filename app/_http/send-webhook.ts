import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import type { Outcome } from '@/db/alert-outbox';
import { retryAfterSeconds } from '@/lib/alerts/retry';
import { env } from '@/lib/env';

/** The whole of a try, in milliseconds. */
const PATIENCE_MS = 10_000;
/** Of an answer's body, which nobody needs, in bytes: it is let pass so far that the receiver is not cut off mid-sentence. */
const LONGEST_ANSWER = 16_384;

const problems: Record<string, string> = {
  ENOTFOUND: 'There is no such host',
  EAI_AGAIN: 'The name of the host could not be looked up',
  ECONNREFUSED: 'Nothing answers there',
  ECONNRESET: 'The connection was broken off',
  EPROTO: 'It does not speak TLS, or no version that is safe',
  ETIMEDOUT: 'It did not answer in time',
  ABORT_ERR: `It did not answer within ${PATIENCE_MS / 1000} seconds`,
};

function problemWords(error: NodeJS.ErrnoException): string {
  const { code = '', message } = error;
  // The agent's own errors have no code.
  if (code === '' && /not allowed/.test(message))
    return 'Refused here: it leads to a private network (the setting WEBHOOK_ADDRESSES names exceptions)';
  if (/CERT|TLS|SSL|SELF_SIGNED|ISSUER/.test(code)) return `Its certificate was not accepted (${code})`;
  return problems[code] ?? `It could not be reached${code && ` (${code})`}`;
}

/** Connections look where they lead to as they are made, so that a name cannot be one address for a check and another for the call. */
function callerOf(url: URL) {
  const options = { allowIPAddressList: [...env().WEBHOOK_ADDRESSES], keepAlive: false };
  return url.protocol === 'https:'
    ? { request: requestHttps, agent: new RequestFilteringHttpsAgent(options) }
    : { request: requestHttp, agent: new RequestFilteringHttpAgent(options) };
}

function outcomeOf(code: number, retryAfter: string | undefined): Outcome {
  if (code >= 200 && code < 300) return { code, problem: '' };
  if (code === 410) return { code, problem: 'It says that it is gone for good', final: true };
  if (code >= 300 && code < 400)
    return { code, problem: 'It wants to send us elsewhere, which is not followed' };
  const wait = retryAfterSeconds(retryAfter);
  return {
    code,
    problem: wait > 0 ? 'It did not take it, and asks to be tried again later' : 'It did not take it',
    wait,
  };
}

/**
 * Sends a webhook, the one request that goes to an address that somebody entered: to no private network but what the setting lists, no
 * redirect, ten seconds in all, and nothing of the answer is kept but its status.
 */
export function sendWebhook(target: string, body: string, headers: Record<string, string>): Promise<Outcome> {
  const url = new URL(target);
  const { request, agent } = callerOf(url);
  return new Promise((resolve) => {
    const fail = (error: Error): void => resolve({ code: null, problem: problemWords(error) });
    const sent = request(
      url,
      {
        method: 'POST',
        agent,
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: {
          ...headers,
          'Content-Type': 'application/json; charset=utf-8',
          'Content-Length': Buffer.byteLength(body),
          'User-Agent': 'Pillarwatch',
        },
      },
      (answer) => {
        const outcome = outcomeOf(answer.statusCode ?? 0, answer.headers['retry-after']);
        let read = 0;
        answer.on('data', (chunk: Buffer) => {
          read += chunk.length;
          if (read > LONGEST_ANSWER) answer.destroy();
        });
        // However the rest of it ends: the status has been said.
        answer.on('error', () => {});
        answer.once('close', () => resolve(outcome));
      },
    );
    sent.once('error', fail);
    sent.end(body);
  });
}
