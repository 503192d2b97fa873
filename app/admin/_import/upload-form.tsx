'use client';

import { useRef, useState, type SubmitEvent } from 'react';
import { Link } from '@/app/_ui/link';

const MOST = 500 * 1024 * 1024;

type State = { kind: 'idle' } | { kind: 'sending'; share: number } | { kind: 'failed'; words: string };

/** What the server says of an upload that it did not take. */
function refusal(request: XMLHttpRequest): string {
  try {
    return (JSON.parse(request.responseText) as { detail?: string }).detail ?? 'The file was not uploaded';
  } catch {
    return 'The connection broke off: send the file again';
  }
}

/** Sends the form with a script, and tells how far it is; what stops it. */
function send(form: HTMLFormElement, tell: (state: State) => void): () => void {
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.setRequestHeader('Accept', 'application/json');
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    tell({ kind: 'sending', share: total > 0 ? loaded / total : 0 }),
  );
  request.addEventListener('abort', () => tell({ kind: 'idle' }));
  request.addEventListener('error', () => tell({ kind: 'failed', words: refusal(request) }));
  request.addEventListener('load', () => {
    if (request.status !== 200) return tell({ kind: 'failed', words: refusal(request) });
    window.location.assign((JSON.parse(request.responseText) as { location: string }).location);
  });
  tell({ kind: 'sending', share: 0 });
  request.send(new FormData(form));
  return () => request.abort();
}

/** Why a file is not even sent. */
function fileProblem(form: HTMLFormElement): string | null {
  const file = new FormData(form).get('file');
  if (!(file instanceof File) || file.size === 0) return 'Choose a file that is not empty';
  return file.size > MOST ? 'The file must be smaller than 500 MB' : null;
}

function Sending({ share, cancel }: { share: number; cancel: () => void }) {
  return (
    <div className="pw-import-progress" role="status">
      <progress max={1} value={share} aria-label="Upload" />
      <span>{share < 1 ? `${Math.floor(share * 100)}% sent` : 'Received, opening it'}</span>
      <button type="button" className="pw-link-button" onClick={cancel}>
        Cancel
      </button>
    </div>
  );
}

/** Choosing a file: a plain form; with a script it shows how far the upload is, and can be cancelled. */
export function UploadForm({ problem }: { problem: string | null }) {
  const [state, setState] = useState<State>(problem ? { kind: 'failed', words: problem } : { kind: 'idle' });
  const stop = useRef<() => void>(null);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const words = fileProblem(event.currentTarget);
    if (words) setState({ kind: 'failed', words });
    else stop.current = send(event.currentTarget, setState);
  };
  const error = state.kind === 'failed' ? state.words : null;
  return (
    <form
      method="post"
      action="/admin/import/upload"
      encType="multipart/form-data"
      onSubmit={submit}
      noValidate
    >
      <div className={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
        <label className="govuk-label pw-label" htmlFor="file">
          File of events
        </label>
        <div className="govuk-hint" id="file-hint">
          CSV, Excel (.xlsx), JSON, NDJSON or GeoJSON, up to 500 MB. ACLED, UCDP, GTD, OxCGRT and our own
          files are{' '}
          <Link className="govuk-link" href="/admin/import-rules">
            known by their columns, and have rules
          </Link>
          ; any other is mapped in the next step. Nothing is written before you have seen what it would do.
        </div>
        {error && (
          <p className="govuk-error-message" id="file-error" role="alert">
            <span className="govuk-visually-hidden">Error:</span> {error}
          </p>
        )}
        <input
          className={`govuk-file-upload ${error ? 'govuk-file-upload--error' : ''}`}
          id="file"
          name="file"
          type="file"
          aria-describedby={error ? 'file-hint file-error' : 'file-hint'}
        />
      </div>
      {state.kind === 'sending' ? (
        <Sending share={state.share} cancel={() => stop.current?.()} />
      ) : (
        <button type="submit" className="govuk-button">
          Upload
        </button>
      )}
    </form>
  );
}
