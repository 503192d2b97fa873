import { useEffect, useRef } from 'react';
import type { KeptDraft } from '@/lib/browser-draft';
import { londonTimeInFull } from '@/lib/london-time';

interface Props {
  offers: readonly KeptDraft[];
  /** Of the event as it stands. */
  version: number;
  restore(kept: KeptDraft): void;
  discard(kept: KeptDraft): void;
}

const titleOf = ({ entries }: KeptDraft): string =>
  entries.find(([name]) => name === 'title')?.[1].trim() || 'an event without a title yet';

/** Offers what was typed and not saved: the tab was closed, or the browser or the power went. */
export function KeptNotice({ offers, version, restore, discard }: Props) {
  const box = useRef<HTMLElement>(null);
  const there = offers.length > 0;
  useEffect(() => {
    // A browser that opens the page again goes back to where one was in it; whoever is typing already stays there.
    if (there && document.activeElement === document.body) box.current?.focus();
  }, [there]);
  if (!there) return null;
  return (
    <section
      className="govuk-notification-banner pw-notice"
      aria-labelledby="kept-title"
      ref={box}
      tabIndex={-1}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id="kept-title">
          You typed something here that is not saved
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        {offers.map((kept) => (
          <div key={kept.key} className="pw-kept">
            <p className="govuk-body">
              “{titleOf(kept)}”, last typed on {londonTimeInFull(kept.at)}. It is in this browser alone.
              {kept.slug !== null &&
                kept.version !== version &&
                ` The event has been saved since: you typed over version ${kept.version}, and it is version ${version} now. Saving will first show you what differs.`}
            </p>
            <div className="govuk-button-group">
              <button type="button" className="govuk-button" onClick={() => restore(kept)}>
                Restore<span className="govuk-visually-hidden"> {titleOf(kept)}</span>
              </button>
              <button
                type="button"
                className="govuk-button govuk-button--secondary"
                onClick={() => discard(kept)}
              >
                Discard<span className="govuk-visually-hidden"> {titleOf(kept)}</span>
              </button>
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
