/** Repeatable chance: the same seed gives the same numbers on every machine. */
export interface Random {
  /** A number from 0 up to but not including 1. */
  next(): number;
  /** A whole number from 0 up to but not including `below`. */
  below(below: number): number;
  /** Normally distributed, mean 0 and standard deviation 1 (Box and Muller, 1958). */
  normal(): number;
}

/** mulberry32 (T. Ettinger, public domain): one multiplication or two a number, a state of 32 bits. */
export function randomOf(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    below: (below) => Math.floor(next() * below),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** A draw with the given weights, by the alias method: one look-up a draw, whatever the number (Vose, 1991). */
export function weighted(weights: readonly number[]): (random: Random) => number {
  const n = weights.length;
  const sum = weights.reduce((a, b) => a + b, 0);
  const scaled = weights.map((weight) => (weight * n) / sum);
  const keep = new Float64Array(n).fill(1);
  const alias = Uint32Array.from({ length: n }, (_, i) => i);
  const [small, large]: number[][] = [[], []];
  for (const [i, share] of scaled.entries()) (share < 1 ? small : large)!.push(i);
  while (small!.length > 0 && large!.length > 0) {
    const less = small!.pop()!;
    const more = large!.at(-1)!;
    keep[less] = scaled[less]!;
    alias[less] = more;
    scaled[more]! -= 1 - scaled[less]!;
    if (scaled[more]! < 1) small!.push(large!.pop()!);
  }
  return (random) => {
    const i = random.below(n);
    return random.next() < keep[i]! ? i : alias[i]!;
  };
}

/** The draw of one of the keys, with their values as weights. */
export function weightedKey<K extends string>(weights: Partial<Record<K, number>>): (random: Random) => K {
  const keys = Object.keys(weights) as K[];
  const draw = weighted(keys.map((key) => weights[key]!));
  return (random) => keys[draw(random)]!;
}

/** Zipf's weights of ranks 1 to n, with Mandelbrot's shift: 1 / (rank + shift) ** exponent. */
export function zipf(n: number, exponent: number, shift = 0): number[] {
  return Array.from({ length: n }, (_, i) => (i + 1 + shift) ** -exponent);
}
