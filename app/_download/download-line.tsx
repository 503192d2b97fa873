'use client';

import { useEffect, useState } from 'react';
import { formatCount } from '@/lib/numbers';
import {
  leftWords,
  shareOf,
  stateWords,
  unknownProgress,
  type DownloadProgress,
} from '@/lib/export/progress';
import { sizeWords } from '@/lib/export/file-size';

/** A download that the reader asked for here. */
export interface Asked {
  /** The name under which its progress is asked for. */
  id: string;
  label: string;
}

const EVERY_MS = 700;
/** Looks that find nothing after which how far it is cannot be told: at the first it may not have begun. */
const PATIENCE = 20;
/** An instance that does not write the file cannot end it: the next one that is asked may. */
const CANCEL_TRIES = 6;

/** How it stands as the server that answers knows it; null where none did. */
async function ask(id: string, method: 'GET' | 'DELETE'): Promise<DownloadProgress | null> {
  const answer = await fetch(`/export/progress/${id}`, { method }).catch(() => null);
  return answer?.ok ? ((await answer.json()) as DownloadProgress) : null;
}

/** Asks until it has ended; `lost` is true once nobody who was asked knows of it. */
function useProgress(id: string) {
  const [progress, setProgress] = useState<DownloadProgress | null>(null);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    let missed = 0;
    const timer = setInterval(() => {
      void ask(id, 'GET').then((now) => {
        if (now?.state === 'unknown') missed += 1;
        else if (now) {
          missed = 0;
          setProgress(now);
        }
        if (missed >= PATIENCE) setLost(true);
        if (now?.done || missed >= PATIENCE) clearInterval(timer);
        return now;
      });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [id]);
  return { progress, lost, setProgress };
}

/** Ends the file; null where nobody who was asked writes it. */
async function cancelled(id: string): Promise<DownloadProgress | null> {
  for (let tries = 0; tries < CANCEL_TRIES; tries++) {
    const now = await ask(id, 'DELETE');
    if (now) return now;
  }
  return null;
}

const LOST = 'Being written, or at its end: how far it is your browser shows among its downloads.';
const NOT_ENDED = 'It cannot be ended from here: end it among your browser’s downloads.';

/** One file on its way: how far it is, how long it takes still, and a way to end it. */
export function DownloadLine({ asked, close }: { asked: Asked; close: () => void }) {
  const { progress, lost, setProgress } = useProgress(asked.id);
  const ended = lost || progress?.done === true;
  const [stays, setStays] = useState(false);
  const cancel = async (): Promise<void> => {
    const now = await cancelled(asked.id);
    if (now) setProgress(now);
    setStays(now === null);
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
          <strong>{asked.label}</strong>: {lost ? LOST : stateWords(progress ?? unknownProgress)}
          {stays && !ended && ` ${NOT_ENDED}`}
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
