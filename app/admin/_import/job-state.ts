import type { ImportView } from '@/db/import/imports';
import type { JobState } from './job-progress';

/** How far the job of an import is. */
export function jobState({
  state,
  running,
  step,
  rowsDone,
  bytesDone,
  bytes,
  startedAt,
}: ImportView): JobState {
  const told = state === 'checking' && bytesDone > 0;
  return {
    state,
    running,
    step,
    rows: rowsDone,
    share: told ? Math.min(0.99, bytesDone / bytes) : null,
    seconds: startedAt ? Math.max(0, (Date.now() - Date.parse(startedAt)) / 1000) : 0,
  };
}
