/** Runs where it is taken for HTML, in a tag, in an attribute with either quote, in a script, in SVG. */
export const XSS = `</title></script>"'><svg/onload=alert(1)><img src=x onerror=alert(1)>`;
/** The same, and what would end a statement of SQL: as long as the shortest of the long texts takes. */
export const TEXT = `${XSS}'); drop table events; --`;
export const short = (max: number): string => XSS.slice(0, max);

/** Names that the pages read, and some that they must not fall over. */
export const parameters = [
  'q',
  'from',
  'to',
  'pillar',
  'type',
  'region',
  'set',
  'confidence',
  'actor',
  'origin',
  'article',
  'sort',
  'after',
  'before',
  'view',
  'lanes',
  'next',
  'status',
  'saved',
  'who',
  'event',
  'words',
  'action',
  'below',
  'over',
  'over.q',
  'asOf',
  'of',
  'month',
  'per',
  'weeks',
  'a.q',
  'b.type',
  'done',
  'marking',
  'kind',
  'by',
  'do',
  'tag',
  'version',
  '__proto__',
  'constructor',
  'toString',
];

/** What is tried in each. */
export const attacks = [
  XSS,
  `' or 1=1 --`,
  `1); drop table events; --`,
  `\\`,
  `%`,
  `\u0000`,
  `'||pg_sleep(9)||'`,
  `\uD800`,
  '9'.repeat(400),
  '../../../etc/passwd',
  '${7*7}{{7*7}}',
];
