/** A piece of text and whether the search matched it. */
export interface Segment {
  text: string;
  match: boolean;
}

/** Marks that the database puts round a match: control characters, which no title or summary holds. */
export const MATCH_START = '\u0002';
export const MATCH_END = '\u0003';

/** Splits text marked by the database into pieces that React can render without any HTML of ours or anyone's. */
export function segmentsOf(marked: string): Segment[] {
  return marked
    .split(MATCH_START)
    .flatMap((part, i) => {
      if (i === 0) return [{ text: part, match: false }];
      const [match = '', ...rest] = part.split(MATCH_END);
      return [
        { text: match, match: true },
        { text: rest.join(''), match: false },
      ];
    })
    .filter((segment) => segment.text !== '');
}
