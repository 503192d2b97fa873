import type { MouseEvent } from 'react';
import type { Span, View } from '@/lib/timeline';
import { ZOOM_STEP } from '@/lib/timeline-keys';
import { shifted, viewOf, zoomed } from '@/lib/timeline-view';

interface Props {
  span: Span;
  bounds: Span;
  viewHref(view: View): string;
  /** Goes there in place of following the link; not given without scripts. */
  onGo(span: Span): void;
}

const moves = [
  { name: 'Earlier', text: '‹', to: (span: Span, bounds: Span) => shifted(span, -0.5, bounds) },
  { name: 'Later', text: '›', to: (span: Span, bounds: Span) => shifted(span, 0.5, bounds) },
  { name: 'Zoom out', text: '−', to: (span: Span, bounds: Span) => zoomed(span, ZOOM_STEP, (span.from + span.to) / 2, bounds) },
  { name: 'Zoom in', text: '+', to: (span: Span, bounds: Span) => zoomed(span, 1 / ZOOM_STEP, (span.from + span.to) / 2, bounds) },
  { name: 'Whole record', text: 'Whole record', to: (_: Span, bounds: Span) => bounds },
];

/** A button for every gesture: links to other views of the same page, so that they work without scripts too. */
export function Toolbar({ span, bounds, viewHref, onGo }: Props) {
  return (
    <div className="pw-tl-toolbar" role="group" aria-label="Move the timeline">
      {moves.map(({ name, text, to }) => {
        const target = to(span, bounds);
        const go = (event: MouseEvent): void => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onGo(target);
        };
        return (
          <a key={name} className="pw-tl-button" href={viewHref(viewOf(target))} onClick={go} aria-label={name} title={name}>
            {text}
          </a>
        );
      })}
    </div>
  );
}
