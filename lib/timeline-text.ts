/**
 * Widths of text without a browser, so that labels can be laid out on the server. Helvetica's advance widths in
 * thousandths of the type size (Adobe, Core 14 AFM files), which Arial and Liberation Sans share.
 */
const FIRST = 32;
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** Letters with accents are as wide as without; the few wider characters are rare in titles. */
const OTHER = 722;
/** Bold letters are wider by up to a tenth. */
const BOLD = 1.1;
/** Room for fonts that stand in for Arial. */
const SLACK = 1.04;

/** The width of a line of text in pixels, rather too wide than too narrow. */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += WIDTHS[text.charCodeAt(i) - FIRST] ?? OTHER;
  return (width / 1000) * size * SLACK * (bold ? BOLD : 1);
}

/** The text cut after a whole word and closed by "…" where it is wider than the room; '' where not even a word fits. */
export function fitted(text: string, room: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= room) return text;
  for (let end = text.lastIndexOf(' '); end > 0; end = text.lastIndexOf(' ', end - 1)) {
    const cut = `${text.slice(0, end).replace(/[,;:]$/, '')}…`;
    if (textWidth(cut, size, bold) <= room) return cut;
  }
  return '';
}
