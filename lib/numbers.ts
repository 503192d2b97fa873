const numbers = new Intl.NumberFormat('en-GB');

/** A count with thousands separated: 1,204. */
export function formatCount(n: number): string {
  return numbers.format(n);
}

/** A count and what is counted: "1 event", "206 events". */
export function countOf(n: number, one: string, many = `${one}s`): string {
  return `${formatCount(n)} ${n === 1 ? one : many}`;
}
