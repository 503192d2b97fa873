const SPECIAL = /[&<>"]/g;
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or a quoted attribute of HTML. */
export const htmlText = (text: string): string => text.replace(SPECIAL, (found) => escapes[found]!);
