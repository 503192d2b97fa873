/** Roughly how large a file will be, in words: two figures at most, since more would claim to be known. */
export function sizeWords(bytes: number): string {
  const units = ['KB', 'MB', 'GB'];
  let size = Math.max(1, bytes / 1000);
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${Number(size.toPrecision(size >= 100 ? 1 : 2))} ${units[unit]}`;
}
