/** What XML 1.0 cannot hold at all, escaped or not: control characters, halves of surrogate pairs, two non-characters. */
// oxlint-disable-next-line no-control-regex -- these are the characters that are meant
export const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** What xmlText changes, or may: most text holds none of it, and is asked once. */
// oxlint-disable-next-line no-control-regex -- these are the characters that are meant
const NOT_PLAIN = /[&<>"\r\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** Text for an element or an attribute of XML; a replacement character shows where one stood that XML cannot hold. */
export function xmlText(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
  return text
    .replaceAll(NOT_XML, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
