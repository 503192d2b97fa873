import type { MouseEvent } from 'react';
import type { Span, View } from '@/lib/timeline';
import { ZOOM_STEP } from '@/lib/timeline-keys';
import { shifted, viewOf, zoomed } from '@/lib/timeline-view';

const middle = ({ from, to }: Span): number => (from + to) / 2;

const moves: { name: string; sign: string; to(span: Span, bounds: Span): Span }[] = [
  { name: 'Earlier', sign: '‹', to: (span, bounds) => shifted(span, -0.5, bounds) },
  { name: 'Later', sign: '›', to: (span, bounds) => shifted(span, 0.5, bounds) },
  { name: 'Zoom out', sign: '−', to: (span, bounds) => zoomed(span, ZOOM_STEP, middle(span), bounds) },
  { name: 'Zoom in', sign: '+', to: (span, bounds) => zoomed(span, 1 / ZOOM_STEP, middle(span), bounds) },
  { name: 'Whole record', sign: 'Whole record', to: (_, bounds) => bounds },
];

interface MoveProps {
  span: Span;
  bounds: Span;
  viewHref(view: View): string;
  /** Goes there in place, where scripts run. */
  onGo(span: Span): void;
}

/** A button for every gesture: links to other views of the same page, so that they work without scripts too. */
export function MoveTools({ span, bounds, viewHref, onGo }: MoveProps) {
  return (
    <div className="pw-tl-toolbar" role="group" aria-label="Move the timeline">
      {moves.map(({ name, sign, to }) => {
        const target = to(span, bounds);
        const go = (event: MouseEvent): void => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onGo(target);
        };
        return (
          <a
            key={name}
            className="pw-tl-button"
            href={viewHref(viewOf(target))}
            onClick={go}
            aria-label={name}
            title={name}
          >
            {sign}
          </a>
        );
      })}
    </div>
  );
}

/** Marking dates by a drag without a Shift key; and the dates in view as a filter, without any drag. */
export function DateTools({
  selecting,
  onToggle,
  href,
}: {
  selecting: boolean;
  onToggle(): void;
  href: string;
}) {
  return (
    <div className="pw-tl-toolbar">
      <button
        type="button"
        className="pw-tl-button pw-tl-needs-script"
        aria-pressed={selecting}
        onClick={onToggle}
      >
        Select dates
      </button>
      <a className="pw-tl-button" href={href}>
        Filter to these dates
      </a>
    </div>
  );
}
