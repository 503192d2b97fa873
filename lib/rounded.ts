import type { Cell } from './csv';

/** A figure for a file: enough places for any use, and none that the sums do not have; empty where it is not finite. */
export const rounded = (value: number | null): Cell =>
  value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(8));
