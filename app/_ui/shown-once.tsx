'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { CopyButton } from './copy-button';

interface Props {
  title: string;
  /** What to do with it, before and after it. */
  before: string;
  after: ReactNode;
  value: string;
}

/** A link or a secret that is shown this once: it takes the focus, and where scripts run a button copies it. */
export function ShownOnce({ title, before, after, value }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [value]);
  return (
    <div className="govuk-notification-banner pw-notice" role="status" tabIndex={-1} ref={box}>
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title">{title}</h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-body">{before}</p>
        <p className="govuk-body pw-link-passed">
          <code>{value}</code>
        </p>
        <CopyButton label="Copy" copied="Copied" textOf={() => value} />
        <p className="govuk-body">{after}</p>
      </div>
    </div>
  );
}
