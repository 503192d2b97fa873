import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/**
 * NIST SP 800-63B-4, 3.1.1.2: at least 15 characters where a password can be all there is, 64 or more allowed, any
 * characters, none required, and none that are common or expected. Counted in Unicode code points.
 */
export const PASSWORD_LENGTH = { min: 15, max: 128 };

/** Guesses (10 to this power) below which a password is refused: the common ones, patterns, repetitions, one's own name. */
const FEWEST_GUESSES = 8;

let made: ZxcvbnFactory | undefined;
// Loading the lists takes 40 ms: at the first need, not at the start.
const guesser = (): ZxcvbnFactory => (made ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }));

/** One form for passwords that look the same however a keyboard composes them. */
export function normalPassword(password: string): string {
  return password.normalize('NFC');
}

/**
 * Why the password can't be used, for the person who typed it; null where it can. `about` is what a guesser knows of
 * them: name, address.
 */
export function passwordProblem(password: string, about: readonly string[]): string | null {
  const normal = normalPassword(password);
  const length = Array.from(normal).length;
  if (length === 0) return 'Enter a password';
  if (length < PASSWORD_LENGTH.min) return `Password must be ${PASSWORD_LENGTH.min} characters or more`;
  if (length > PASSWORD_LENGTH.max) return `Password must be ${PASSWORD_LENGTH.max} characters or fewer`;
  const words = [...about.flatMap((text) => [text, ...text.split(/[\s@.]+/)]), 'pillarwatch', 'contest'];
  const known = words.filter((word) => word.length > 2).map((word) => word.toLowerCase());
  const isTheirs = about.some((text) => text.length > 5 && normal.toLowerCase().includes(text.toLowerCase()));
  if (isTheirs || guesser().check(normal, known).guessesLog10 < FEWEST_GUESSES)
    return 'This password is easy to guess: it is common, a pattern, or made of your name. Use three or more random words';
  return null;
}
