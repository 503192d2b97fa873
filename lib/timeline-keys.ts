import type { Item } from './timeline-items';

/** What a key asks for, from where the focus is. */
type KeyAnswer =
  | { do: 'focus'; item: Item }
  /** The lane's next event in that direction is out of view. */
  | { do: 'beyond'; direction: 1 | -1 }
  | { do: 'end'; direction: 1 | -1 }
  | { do: 'zoom'; factor: number };

export const ZOOM_STEP = 2;

const middle = ({ box }: Item): number => box.x + box.width / 2;

/** The item of a lane that lies nearest in time to another lane's. */
function across(items: readonly (readonly Item[])[], from: Item, direction: 1 | -1): KeyAnswer | null {
  for (let lane = from.lane + direction; lane >= 0 && lane < items.length; lane += direction) {
    const nearest = items[lane]!.reduce<Item | null>(
      (best, item) =>
        best && Math.abs(middle(best) - middle(from)) <= Math.abs(middle(item) - middle(from)) ? best : item,
      null,
    );
    if (nearest) return { do: 'focus', item: nearest };
  }
  return null;
}

/** The answer to a key pressed on an item; null for keys that are not the timeline's. */
export function answerKey(
  key: string,
  items: readonly (readonly Item[])[],
  from: Item | null,
): KeyAnswer | null {
  if (key === '+' || key === '=') return { do: 'zoom', factor: 1 / ZOOM_STEP };
  if (key === '-' || key === '_') return { do: 'zoom', factor: ZOOM_STEP };
  if (from === null) {
    const first = items.find((lane) => lane.length > 0)?.[0];
    return first && key.startsWith('Arrow') ? { do: 'focus', item: first } : null;
  }
  if (key === 'Home') return { do: 'end', direction: -1 };
  if (key === 'End') return { do: 'end', direction: 1 };
  if (key === 'ArrowUp') return across(items, from, -1);
  if (key === 'ArrowDown') return across(items, from, 1);
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const direction = key === 'ArrowLeft' ? -1 : 1;
  const lane = items[from.lane] ?? [];
  const next = lane[lane.findIndex((item) => item.key === from.key) + direction];
  return next ? { do: 'focus', item: next } : { do: 'beyond', direction };
}
