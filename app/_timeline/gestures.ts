import type { Span } from '@/lib/timeline';

/** What gestures need of the chart; asked for anew with every event. */
export interface GestureHost {
  bounds: Span;
  /** The ends of the plot in pixels from the left of the chart. */
  left: number;
  right: number;
  /** True while a drag selects dates instead of moving the view. */
  selecting: boolean;
  now(): Span;
  move(span: Span): void;
  settle(): void;
  /** Shows a selection under way; null takes it away. */
  select(days: Span | null): void;
  /** Filters to the selection. */
  choose(days: Span): void;
}

/** Listens on the chart; gives back what ends it. */
export type Listen = (chart: HTMLElement, host: () => GestureHost) => () => void;

export const pixelsFromLeft = (chart: HTMLElement, event: MouseEvent): number =>
  event.clientX - chart.getBoundingClientRect().left;
