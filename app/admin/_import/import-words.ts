import type { ImportView } from '@/db/import/imports';

/** 12 KB, 3.4 MB. */
export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** True in a state in which a job runs, or did when its process died. */
export const isBusy = ({ state }: Pick<ImportView, 'state'>): boolean =>
  state === 'checking' || state === 'applying' || state === 'undoing';

/** Where an import stands. */
export function stateWords({ state, running }: Pick<ImportView, 'state' | 'running'>): string {
  if (isBusy({ state }) && !running) return 'Stopped';
  return {
    uploaded: 'To be mapped',
    checking: 'Being read',
    checked: 'To be confirmed',
    applying: 'Being written',
    applied: 'In the record',
    undoing: 'Being undone',
    undone: 'Undone',
  }[state];
}
