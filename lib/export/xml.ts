/** What XML 1.0 cannot hold at all, escaped or not: control characters, halves of surrogate pairs, two non-characters. */
// oxlint-disable-next-line no-control-regex -- these are the characters that are meant
export const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** Text for an element or an attribute of XML; a replacement character shows where one stood that XML cannot hold. */
export function xmlText(text: string): string {
  return text
    .replaceAll(NOT_XML, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
