/** A count with thousands separated: 1,204. By hand: the first use of Intl costs a phone a tenth of a second. */
export function formatCount(n: number): string {
  return String(n).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A count and what is counted: "1 event", "206 events". */
export function countOf(n: number, one: string, many = `${one}s`): string {
  return `${formatCount(n)} ${n === 1 ? one : many}`;
}

/** Counting for the desk goes no further than this: there it matters little how many thousands there are. */
export const COUNT_MOST = 1000;

/** A count as far as it was counted: "12", "more than 1,000". */
export const countUpTo = (count: number): string =>
  count > COUNT_MOST ? `more than ${formatCount(COUNT_MOST)}` : formatCount(count);
