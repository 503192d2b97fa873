'use client';

import { createContext, use, useState, useSyncExternalStore, type ReactNode } from 'react';
import { countIn, snapped, type CountTile } from '@/lib/count-tile';
import type { Span } from '@/lib/timeline';

/** Dates being marked in the timeline, for charts beside it to follow: outside React, so that only they draw again. */
export class Marking {
  #tile: CountTile | null = null;
  #days: Span | null = null;
  readonly #listeners = new Set<() => void>();

  /** Counts to come are taken from this tile. */
  take(tile: CountTile | null): void {
    this.#tile = tile;
  }

  /** The days as far as they can be counted exactly: grown to whole bins where there is a tile. */
  exact(days: Span): Span {
    return this.#tile ? snapped(this.#tile, days) : days;
  }

  /** Marks days that exact() has given; null ends the marking. */
  mark(days: Span | null): void {
    this.#days = this.#tile && days;
    this.#listeners.forEach((listener) => listener());
  }

  /** Events of a bar in the marked days; null where none are marked or the bar is not counted. */
  count(key: string): number | null {
    return this.#tile && this.#days ? countIn(this.#tile, key, this.#days) : null;
  }

  readonly days = (): Span | null => this.#days;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
}

const Context = createContext<Marking | null>(null);

/** What is marked in the timeline inside, if anything beside it follows. */
export const useMarking = (): Marking | null => use(Context);

/** The marked days; null where there are none. */
export function useMarkedDays(marking: Marking | null): Span | null {
  return useSyncExternalStore(
    marking ? marking.subscribe : () => () => {},
    () => marking?.days() ?? null,
    () => null,
  );
}

/** A timeline and the charts that follow the dates marked in it. */
export function Linked({ children }: { children: ReactNode }) {
  const [marking] = useState(() => new Marking());
  return <Context value={marking}>{children}</Context>;
}
