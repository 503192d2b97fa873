/** "Prevent", "Prevent and Prepare", "Prevent, Pursue and Prepare". By hand: Intl.ListFormat costs a phone a tenth of a second. */
export function listed(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
