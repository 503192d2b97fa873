/** The entry after which a page of a feed begins: its last change in microseconds since 1970, and its number. */
export interface FeedCursor {
  micros: string;
  id: number;
}

/** The cursor as it stands in a URL. */
export function encodeFeedCursor({ micros, id }: FeedCursor): string {
  return `${micros}-${id}`;
}

/** The inverse of encodeFeedCursor; null for any other text. */
export function decodeFeedCursor(text: string): FeedCursor | null {
  const found = /^(\d{1,18})-(\d{1,9})$/.exec(text);
  return found && { micros: found[1]!, id: Number(found[2]) };
}
