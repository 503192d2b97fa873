import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { Item } from '@/lib/timeline-items';

type Items = readonly (readonly Item[])[];
type Find = (items: Items) => Item | undefined;

interface Place {
  lane: number;
  key: string;
}

/** Keys of the items at which the reader was last in each lane. */
export type Stops = Readonly<Record<number, string>>;

/** The item on a lane's tab stop: where the reader was last, else its first. */
export function stopOf(stops: Stops, lane: readonly Item[], at: number): Item | undefined {
  return lane.find((item) => item.key === stops[at]) ?? lane[0];
}

/** Which item has the pointer, the focus and each lane's tab stop. */
export interface Attention {
  /** Under the pointer, else focused; null once dismissed. */
  active: Item | null;
  focused: Item | null;
  stops: Stops;
  /** The pointer is on an item, or on none. */
  point(item: Item | null): void;
  /** Keeps the card while the pointer is on it. */
  hold(): void;
  /** Focus has come to a link, or left them all; `shown` where it came by keyboard, so that the card goes with it. */
  focus(place: Place | null, shown?: boolean): void;
  dismiss(): void;
  /** Moves the focus to an item, once the view has come to rest. */
  seek(find: Find): void;
}

/** Time to cross from a mark to its card (WCAG 2.2, 1.4.13, hoverable). */
const LEAVE_MS = 250;

/**
 * Attention to the items of a chart at rest. They are found again by lane and key after each redraw; where another
 * `source` of the drawing has taken their place, the focus goes to what stands for their day now.
 */
export function useItems(
  chart: RefObject<HTMLElement | null>,
  items: Items,
  isMoving: () => boolean,
  source: object,
): Attention {
  const [pointed, setPointed] = useState<Item | null>(null);
  const [focus, setFocus] = useState<(Place & { shown: boolean }) | null>(null);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [stops, setStops] = useState<Stops>({});
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const find = (place: Place | null) => items[place?.lane ?? -1]?.find((item) => item.key === place?.key);
  const focused = find(focus) ?? null;
  const successor = useSuccessor(items, focused, source);
  const seek = useSeek(chart, items, isMoving, focus !== null && focused === null, successor);
  const active = find(pointed) ?? (focus?.shown ? focused : null);
  return {
    active: active?.key === dismissed ? null : active,
    focused,
    stops,
    point: (item) => {
      clearTimeout(leaving.current);
      if (item === null) leaving.current = setTimeout(() => setPointed(null), LEAVE_MS);
      else if (item !== pointed) {
        setPointed(item);
        setDismissed(null);
      }
    },
    hold: () => clearTimeout(leaving.current),
    focus: (place, shown = false) => {
      setFocus(place && { ...place, shown });
      setDismissed(null);
      if (place) setStops((now) => ({ ...now, [place.lane]: place.key }));
    },
    dismiss: () => {
      setDismissed(active?.key ?? null);
      setPointed(null);
    },
    seek,
  };
}

/** Focus that waits for the view to rest; and that stays in the chart when its link goes out of view. */
function useSeek(
  chart: RefObject<HTMLElement | null>,
  items: Items,
  isMoving: () => boolean,
  lost: boolean,
  successor: () => Item | undefined,
): (find: Find) => void {
  const [seeks, setSeeks] = useState(0);
  const wanted = useRef<Find>(null);
  useEffect(() => {
    if (isMoving()) return;
    const item = wanted.current?.(items);
    wanted.current = null;
    const now = item ?? (lost ? successor() : undefined);
    if (now) linkOf(chart.current, now)?.focus();
    else if (lost) chart.current?.focus({ preventScroll: true });
  }, [chart, items, isMoving, lost, seeks, successor]);
  return (find) => {
    wanted.current = find;
    setSeeks((count) => count + 1);
  };
}

/** What stands in the lane of the last focused item nearest to its day, where the drawing has another source since. */
function useSuccessor(items: Items, focused: Item | null, source: object): () => Item | undefined {
  const last = useRef<{ item: Item; source: object }>(null);
  useEffect(() => {
    if (focused) last.current = { item: focused, source };
  }, [focused, source]);
  return useCallback(() => {
    const before = last.current;
    if (!before || before.source === source) return undefined;
    const away = ({ day }: Item): number => Math.abs(day - before.item.day);
    return items[before.item.lane]?.reduce<Item | undefined>(
      (best, item) => (best && away(best) <= away(item) ? best : item),
      undefined,
    );
  }, [items, source]);
}

/** Takes over the focus that the reader had put on a link of the server's drawing, which goes as the live one comes. */
export function useFormerFocus(chart: RefObject<HTMLElement | null>): void {
  const [href] = useState(() => document.activeElement?.closest('.pw-tl-link')?.getAttribute('href'));
  useEffect(() => {
    if (href) chart.current!.querySelector<SVGAElement>(`a[href="${CSS.escape(href)}"]`)?.focus();
  }, [chart, href]);
}

const linkOf = (chart: HTMLElement | null, { lane, key }: Item): SVGAElement | null =>
  chart?.querySelector<SVGAElement>(`a[data-lane="${lane}"][data-key="${CSS.escape(key)}"]`) ?? null;
