import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Item } from '@/lib/timeline-items';

/** Which item has the pointer, the focus and each lane's tab stop. */
export interface Attention {
  /** Under the pointer, else focused; null once dismissed. */
  active: Item | null;
  /** The focused item. */
  focused: Item | null;
  /** The tab stop of a lane: where the reader was last, else its first item. */
  stopOf(lane: number): string | null;
  point(item: Item | null): void;
  /** Keeps the card while the pointer crosses to it. */
  hold(): void;
  /** Told by the chart when focus enters an item or leaves all. */
  focus(key: { lane: number; key: string } | null): void;
  dismiss(): void;
  /** Moves the focus to an item, once the view has come to rest. */
  seek(find: (items: readonly Item[][]) => Item | undefined): void;
}

/** Time to cross from a mark to its card (WCAG 2.2, 1.4.13 hoverable). */
const LEAVE_MS = 250;

/** Attention to the items of a chart at rest. Items are found again by lane and key after each redraw. */
export function useItems(chart: RefObject<HTMLElement | null>, items: Item[][], moving: boolean): Attention {
  const [pointed, setPointed] = useState<Item | null>(null);
  const [focusKey, setFocusKey] = useState<{ lane: number; key: string } | null>(null);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [stops, setStops] = useState<Record<number, string>>({});
  const [seeks, setSeeks] = useState(0);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wanted = useRef<((items: readonly Item[][]) => Item | undefined) | null>(null);
  const find = (lane: number, key: string | undefined): Item | undefined => items[lane]?.find((item) => item.key === key);

  const lost = focusKey !== null && !find(focusKey.lane, focusKey.key);

  useEffect(() => {
    if (moving) return;
    const item = wanted.current?.(items);
    wanted.current = null;
    if (item) focusItem(chart.current, item);
    // The focused link went out of view with its event: keys must not fall to the page.
    else if (lost) chart.current?.focus({ preventScroll: true });
  }, [chart, items, moving, lost, seeks]);

  const point = (item: Item | null): void => {
    clearTimeout(leaving.current);
    if (item) {
      setPointed(item);
      setDismissed(null);
    } else leaving.current = setTimeout(() => setPointed(null), LEAVE_MS);
  };
  const focused = focusKey && (find(focusKey.lane, focusKey.key) ?? null);
  const active = moving ? null : (pointed && find(pointed.lane, pointed.key)) || focused;
  return {
    active: active && dismissed !== active.key ? active : null,
    focused,
    stopOf: (lane) => find(lane, stops[lane])?.key ?? items[lane]?.[0]?.key ?? null,
    point,
    hold: () => clearTimeout(leaving.current),
    focus: (key) => {
      setFocusKey(key);
      setDismissed(null);
      if (key) setStops((now) => ({ ...now, [key.lane]: key.key }));
    },
    dismiss: () => {
      setDismissed(active?.key ?? null);
      setPointed(null);
    },
    seek: (seeker) => {
      wanted.current = seeker;
      setSeeks((count) => count + 1);
    },
  };
}

function focusItem(chart: HTMLElement | null, { lane, key }: Item): void {
  chart?.querySelector<SVGAElement>(`a[data-lane="${lane}"][data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: false });
}
