'use client';

import { useEffect, useState } from 'react';
import { formatCount } from '@/lib/numbers';
import { leftWords, shareOf, stateWords, type DownloadProgress } from '@/lib/export/progress';
import { sizeWords } from '@/lib/export/file-size';

/** A download that the reader asked for here. */
export interface Asked {
  /** The name under which its progress is asked for. */
  id: string;
  label: string;
}

const EVERY_MS = 700;
/** Looks without an answer after which the server is taken not to know of it: it may not have begun at the first. */
const PATIENCE = 20;

/** How it stands, or the status of the answer that does not say; 0 where there was none. */
async function look(id: string): Promise<DownloadProgress | number> {
  const answer = await fetch(`/export/progress/${id}`).catch(() => null);
  return answer?.ok ? ((await answer.json()) as DownloadProgress) : (answer?.status ?? 0);
}

/** Asks until it has ended; `lost` is true once the server knows nothing of it. */
function useProgress(id: string) {
  const [progress, setProgress] = useState<DownloadProgress | null>(null);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    let missed = 0;
    const timer = setInterval(() => {
      void look(id).then((now) => {
        if (typeof now === 'number') missed += now === 404 ? 1 : 0;
        else {
          missed = 0;
          setProgress(now);
        }
        const ended = typeof now !== 'number' && now.done;
        if (missed >= PATIENCE) setLost(true);
        if (ended || missed >= PATIENCE) clearInterval(timer);
        return now;
      });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [id]);
  return { progress, lost, setProgress };
}

const LOST = 'How far it is cannot be told here; your browser shows it among its downloads.';

/** One file on its way: how far it is, how long it takes still, and a way to end it. */
export function DownloadLine({ asked, close }: { asked: Asked; close: () => void }) {
  const { progress, lost, setProgress } = useProgress(asked.id);
  const ended = lost || progress?.done === true;
  const cancel = async (): Promise<void> => {
    const answer = await fetch(`/export/progress/${asked.id}`, { method: 'DELETE' }).catch(() => null);
    if (answer?.ok) setProgress((await answer.json()) as DownloadProgress);
  };
  const share = progress && shareOf(progress);
  const left = progress && leftWords(progress);
  return (
    <li className="pw-progress">
      {!ended && (
        <progress
          {...(share === null ? {} : { value: share, max: 1 })}
          aria-label={`${asked.label}: progress`}
        />
      )}
      <p className="pw-progress__words">
        <span role="status">
          <strong>{asked.label}</strong>: {lost ? LOST : progress ? stateWords(progress) : 'Preparing'}
        </span>
        {progress && !ended && (
          <span className="pw-progress__figures">
            {formatCount(progress.rows)} written, {sizeWords(progress.bytes)}
            {left && `, ${left}`}
          </span>
        )}
      </p>
      {ended ? (
        <button type="button" className="govuk-button govuk-button--secondary pw-last" onClick={close}>
          Hide<span className="govuk-visually-hidden"> {asked.label}</span>
        </button>
      ) : (
        <button
          type="button"
          className="govuk-button govuk-button--secondary pw-last"
          onClick={() => void cancel()}
        >
          Cancel<span className="govuk-visually-hidden"> {asked.label}</span>
        </button>
      )}
    </li>
  );
}
