/** A count with thousands separated: 1,204. By hand: the first use of Intl costs a phone a tenth of a second. */
export function formatCount(n: number): string {
  return String(n).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A count and what is counted: "1 event", "206 events". */
export function countOf(n: number, one: string, many = `${one}s`): string {
  return `${formatCount(n)} ${n === 1 ? one : many}`;
}
