'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { aboutLong } from '@/lib/duration-words';
import { cancelAction } from '../import/actions';

/** How far a job is, as its page and the address for scripts tell it. */
export interface JobState {
  state: string;
  running: boolean;
  step: string | null;
  rows: number;
  /** From 0 to 1; null where it cannot be told. */
  share: number | null;
  /** Since when it runs. */
  seconds: number;
}

const EVERY_MS = 1000;

/** How the job stands now; null where that could not be asked: the next look may succeed. */
async function look(id: number): Promise<JobState | null> {
  const answer = await fetch(`/admin/import/${id}/progress`).catch(() => null);
  return answer?.ok ? ((await answer.json()) as JobState) : null;
}

/** A job that runs, with rows and time left; without scripts the page loads itself again. */
export function JobProgress({ id, initial }: { id: number; initial: JobState }) {
  const [job, setJob] = useState(initial);
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      void look(id).then((now) => {
        if (!now) return null;
        setJob(now);
        if (now.state !== initial.state || !now.running) router.refresh();
        return now;
      });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [id, initial.state, router]);
  const left = job.share && job.share > 0.02 ? (job.seconds / job.share) * (1 - job.share) : null;
  return (
    <div className="pw-import-progress">
      <progress {...(job.share === null ? {} : { value: job.share, max: 1 })} aria-label="Progress" />
      <p className="govuk-body pw-last" role="status">
        {job.step ?? 'Starting'}
        {job.rows > 0 && `: ${job.rows.toLocaleString('en-GB')} rows`}
        {left !== null && `, ${aboutLong(left)} left`}
      </p>
      <form action={cancelAction}>
        <input type="hidden" name="id" value={id} />
        <button type="submit" className="govuk-button govuk-button--secondary pw-last">
          Cancel
        </button>
      </form>
    </div>
  );
}
