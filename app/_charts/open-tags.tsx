'use client';

import {
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';

interface Props {
  label: string;
  gutter: number;
  margin: number;
  children: ReactNode;
}

/** Time to cross from a name to what it says (WCAG 2.2, 1.4.13, hoverable). */
const LEAVE_MS = 250;

const tagOf = (target: EventTarget): HTMLDetailsElement | null =>
  target instanceof Element ? target.closest('details') : null;

/** Opens the details inside as a pointer or the focus comes to them, and closes them as it goes, or by Escape. */
export function OpenTags({ label, gutter, margin, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const close = (): void => {
    clearTimeout(leaving.current);
    for (const tag of frame.current!.querySelectorAll('details')) tag.open = false;
  };
  const show = (tag: HTMLDetailsElement): void => {
    if (tag.open) return;
    close();
    tag.open = true;
  };
  return (
    // The summaries inside have the focus; what comes up from them is heard here, once for all.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={frame}
      className="pw-over"
      role="group"
      aria-label={label}
      style={{ marginLeft: gutter, marginRight: margin }}
      onPointerOver={({ pointerType, target }: PointerEvent) => {
        clearTimeout(leaving.current);
        const tag = tagOf(target);
        if (pointerType === 'mouse' && tag) show(tag);
      }}
      onPointerLeave={({ pointerType }: PointerEvent) => {
        if (pointerType === 'mouse') leaving.current = setTimeout(close, LEAVE_MS);
      }}
      onFocus={({ target }: FocusEvent) => {
        const tag = tagOf(target);
        if (tag && target.matches('summary:focus-visible')) show(tag);
      }}
      onBlur={({ relatedTarget }: FocusEvent) => {
        if (!frame.current!.contains(relatedTarget)) close();
      }}
      onClick={(event: MouseEvent) => {
        // What a pointer has opened by coming stays open when it clicks; Enter and a finger open and close.
        const mouse = (event.nativeEvent as globalThis.PointerEvent).pointerType === 'mouse';
        if (mouse && event.target instanceof Element && event.target.closest('summary'))
          event.preventDefault();
      }}
      onKeyDown={({ key }: KeyboardEvent) => void (key === 'Escape' && close())}
    >
      {children}
    </div>
  );
}
