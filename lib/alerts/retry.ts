/** Tries of a delivery before it is given up: about a day and a half after the first. */
export const MOST_TRIES = 8;

const FIRST_SECONDS = 30;
const LONGEST_SECONDS = 86_400;
/** By how much a wait is longer or shorter, so that what failed together does not come back together. */
const JITTER = 0.2;

/**
 * Seconds until the next try after so many that failed: 30, 120, 480 … a day at most; null where it is given up.
 * @param asked seconds that the receiver asks to be left alone for: at least so long, but no more than a day
 */
export function nextTrySeconds(failed: number, asked = 0, random = Math.random()): number | null {
  if (failed >= MOST_TRIES) return null;
  const wait = Math.min(LONGEST_SECONDS, FIRST_SECONDS * 4 ** (failed - 1));
  return Math.max(Math.round(wait * (1 + JITTER * (2 * random - 1))), Math.min(asked, LONGEST_SECONDS));
}

/** Seconds that Retry-After asks for (RFC 9110, 10.2.3): a number of them, or a time; 0 where it asks for nothing that can be read. */
export function retryAfterSeconds(header: string | undefined, now = Date.now()): number {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // A time is written with its weekday: other words that JavaScript would take for a time are none.
  const at = /^[A-Z][a-z]{2,8}, /.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? 0 : Math.max(0, Math.ceil((at - now) / 1000));
}
