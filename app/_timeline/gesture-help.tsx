/** What hands can do; without scripts there is nothing of it. */
export function GestureHelp() {
  return (
    <details className="pw-tl-help pw-tl-needs-script">
      <summary>Keys and gestures</summary>
      <dl>
        <dt>Zoom</dt>
        <dd>
          Ctrl (⌘ on a Mac) and wheel, pinch, or the wheel alone after a click into the timeline; + and − on
          the keyboard
        </dd>
        <dt>Move</dt>
        <dd>Drag, or scroll sideways</dd>
        <dt>Filter to dates</dt>
        <dd>Shift and drag, or “Select dates” and drag</dd>
        <dt>Go through events</dt>
        <dd>
          Tab to a lane, then the arrow keys; Home and End for its first and last event; Enter to open; Esc to
          close a card
        </dd>
      </dl>
    </details>
  );
}
