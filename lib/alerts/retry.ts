/** Tries of a delivery before it is given up: about a day and a half after the first. */
export const MOST_TRIES = 8;

const FIRST_SECONDS = 30;
const LONGEST_SECONDS = 86_400;
/** By how much a wait is longer or shorter, so that what failed together does not come back together. */
const JITTER = 0.2;

/** Seconds until the next try after so many that failed: 30, 120, 480 … a day at most; null where it is given up. */
export function nextTrySeconds(failed: number, random = Math.random()): number | null {
  if (failed >= MOST_TRIES) return null;
  const wait = Math.min(LONGEST_SECONDS, FIRST_SECONDS * 4 ** (failed - 1));
  return Math.round(wait * (1 + JITTER * (2 * random - 1)));
}
