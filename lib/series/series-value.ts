import { marks, type Mark } from './series';

const NUMBER = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;
/**
 * Signs that stand for a number without brackets, as in DfE's files; k and : are older ones
 * (analysisfunction.civilservice.gov.uk, "Using symbols and shorthand"; DfE, "Open data standards").
 */
const BARE = new Map<string, Mark>([
  ['c', 'c'],
  ['x', 'x'],
  ['z', 'z'],
  ['u', 'u'],
  ['low', 'low'],
  ['k', 'low'],
  [':', 'x'],
]);
const isMark = (word: string): word is Mark => (marks as readonly string[]).includes(word);

/** Marks as the cell of a column of marks holds them: "p r" or "[p][r]". Null where a word is none. */
export function readMarks(text: string): Mark[] | null {
  const words = text
    .toLowerCase()
    .split(/[\s,;[\]]+/)
    .filter(Boolean);
  return words.every(isMark) ? marks.filter((mark) => words.includes(mark)) : null;
}

/** "4,915 [p]" as the number and its marks; "[x]" or "x" alone as none. Null where it is neither. */
export function readValue(text: string): { value: number | null; marks: Mark[] } | null {
  const bare = BARE.get(text.trim().toLowerCase());
  if (bare) return { value: null, marks: [bare] };
  const given = readMarks([...text.matchAll(/\[[^[\]]*\]/g)].join(' '));
  if (!given) return null;
  const plain = text.replaceAll(/\[[^[\]]*\]/g, '').trim();
  if (plain === '') return given.length > 0 ? { value: null, marks: given } : null;
  return NUMBER.test(plain) ? { value: Number(plain.replaceAll(',', '')), marks: given } : null;
}
