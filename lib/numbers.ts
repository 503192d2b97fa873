/** A count with thousands separated: 1,204. By hand: the first use of Intl costs a phone a tenth of a second. */
export function formatCount(n: number): string {
  return Math.abs(n) < 1000 ? String(n) : String(n).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** JavaScript writes smaller numbers with an exponent. */
const PLAIN = 1e-6;

/** A number below 10^15 with thousands separated and at most so many decimals: 1,204.5. By hand for the same reason. */
export function formatDecimal(n: number, most: number): string {
  const size = Math.abs(n);
  // Rounded as it is written: 0.285 is a little less in the computer, and 0.29 to everybody else.
  const rounded = size < PLAIN ? 0 : Math.round(Number(`${size}e${most}`));
  const [whole, part] = [Math.floor(rounded / 10 ** most), rounded % 10 ** most];
  const decimals = String(part).padStart(most, '0').replace(/0+$/, '');
  return (n < 0 && rounded > 0 ? '-' : '') + formatCount(whole) + (decimals && `.${decimals}`);
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
