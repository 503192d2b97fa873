import { useRouter } from 'next/navigation';
import {
  useCallback,
  useEffect,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
} from 'react';
import { useActiveTooltipDataPoints } from 'recharts';
import type { PeriodColumn } from '@/lib/chart-period';
import { GUTTER, MARGIN } from './plot';

/** Tells the chart's frame which column is pointed at, by mouse or by arrow keys: recharts knows it only inside. */
export function ActiveColumn({ onActive }: { onActive: (column: PeriodColumn | null) => void }) {
  const [column] = useActiveTooltipDataPoints<PeriodColumn>() ?? [];
  useEffect(() => onActive(column ?? null));
  return null;
}

/** The column under the mouse. Recharts would say which one it last drew a card for, which lags behind a quick click. */
function columnAt(event: MouseEvent, columns: readonly PeriodColumn[]): PeriodColumn | undefined {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  return columns[Math.floor(((event.clientX - left - GUTTER) / (width - GUTTER - MARGIN)) * columns.length)];
}

/** Opens the page of a column: by click, by Enter where it is the active one, and by a second touch, as the first shows its card. */
export function useOpenColumn(columns: readonly PeriodColumn[], hrefs: readonly string[]) {
  const router = useRouter();
  const active = useRef<PeriodColumn | null>(null);
  const setActive = useCallback((column: PeriodColumn | null) => void (active.current = column), []);
  /** The column that was active when a finger came down; undefined where it was no finger. */
  const touched = useRef<string | null | undefined>(undefined);
  const open = (from: string | undefined) => {
    const at = columns.findIndex((column) => column.from === from);
    if (at >= 0) router.push(hrefs[at]!);
  };
  const handlers = {
    onClick(event: MouseEvent) {
      const from = columnAt(event, columns)?.from;
      if (touched.current === undefined || touched.current === from) open(from);
    },
    onPointerDownCapture({ pointerType }: PointerEvent) {
      touched.current = pointerType === 'touch' ? (active.current?.from ?? null) : undefined;
    },
    onKeyDownCapture(event: KeyboardEvent) {
      if (event.key !== 'Enter') return;
      // Recharts would put the card away.
      event.stopPropagation();
      open(active.current?.from);
    },
  };
  return { setActive, handlers };
}
