import { aboutLong } from '../duration-words';
import { countOf, formatCount } from '../numbers';
import { sizeWords } from './file-size';

/** From so many events on a page shows how far a file is: a shorter one is there before anybody could read that. */
export const LONG_FILE = 2000;

/** 'unknown' is what an instance says that does not write the file: another one may, or it ended some time ago. */
export type DownloadState = 'running' | 'finished' | 'failed' | 'cancelled' | 'unknown';

/** How far a file is, as its address for scripts tells it. */
export interface DownloadProgress {
  state: DownloadState;
  /** True once nothing more comes, however it ended. */
  done: boolean;
  /** Events that are in the file so far, and how many will be; null until they are counted. */
  rows: number;
  of: number | null;
  /** Bytes of the file that were handed over, as they are before they are compressed on the way. */
  bytes: number;
  /** How long it has taken until now, or took. */
  seconds: number;
  /** Why it failed, where a person can do something about it. */
  problem: string | null;
}

/** What is said of a file of which nothing is known here: no number, and not that it has ended. */
export const unknownProgress: DownloadProgress = {
  state: 'unknown',
  done: false,
  rows: 0,
  of: null,
  bytes: 0,
  seconds: 0,
  problem: null,
};

/** The name under which a browser asks how far its file is: 128 bits, made by itself. */
export const isDownloadId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);

/** From 0 to 1; null until it is known how much there is. */
export const shareOf = ({ rows, of }: DownloadProgress): number | null =>
  of ? Math.min(1, rows / of) : null;

/** How long it will take still: "about 2 minutes left"; empty until that can be told. */
export function leftWords(progress: DownloadProgress): string {
  const share = shareOf(progress);
  if (progress.done || share === null || share < 0.02) return '';
  return `${aboutLong((progress.seconds / share) * (1 - share))} left`;
}

/**
 * Where a file stands, in words. While it is written they change with each tenth of it: a screen reader says every change.
 */
export function stateWords(progress: DownloadProgress): string {
  const { state, rows, of, bytes, problem } = progress;
  if (state === 'finished') return `Complete: ${countOf(rows, 'event')}, ${sizeWords(bytes)}.`;
  if (state === 'cancelled') return 'Cancelled. What your browser has of the file is not whole: delete it.';
  if (state === 'failed')
    return problem ?? 'Failed. What your browser has of the file is not whole: delete it, and try again.';
  const share = shareOf(progress);
  if (of === null || share === null) return 'Being written';
  return `${Math.floor(share * 10) * 10}% of ${formatCount(of)} events`;
}
