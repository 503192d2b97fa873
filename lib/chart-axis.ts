/** Round steps of a count axis from nought: at most six of them, whole numbers, the last at or above `max`. */
export function countTicks(max: number): number[] {
  const rough = Math.max(1, max) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough)!,
  );
  const ticks = [0];
  while (ticks.at(-1)! < Math.max(1, max)) ticks.push(ticks.at(-1)! + step);
  return ticks;
}

/** Every how many columns a label stands, so that labels of this width never touch. */
export function labelEvery(columns: number, width: number, labelWidth: number): number {
  return Math.max(1, Math.ceil((columns * labelWidth) / Math.max(1, width)));
}
