import { formatDateSpan } from './date-words';
import { formatDay } from './days';
import type { EventRecord, EventSource } from './event';

/** The article through which a source is known. */
export interface CitedIn {
  author: string;
  title: string;
  outlet: string;
  publishedText: string;
}

/** Where in the work: "paragraph 12, footnote 20". Empty where nothing is known. */
export function locatorWords({
  page,
  paragraph,
  footnote,
}: Pick<EventSource, 'page' | 'paragraph' | 'footnote'>): string {
  return [page && `page ${page}`, paragraph && `paragraph ${paragraph}`, footnote && `footnote ${footnote}`]
    .filter(Boolean)
    .join(', ');
}

/** A source in full: author, title, publisher, date; where in it; and through which article it is known. */
export function sourceCitation(source: EventSource, article: CitedIn | null): string {
  const itself = article !== null && article.title === source.title;
  const when = source.publishedOn ? formatDay(source.publishedOn) : itself ? article.publishedText : null;
  const work = [source.author, `“${source.title}”`, source.publisher, when].filter(Boolean).join(', ');
  const locator = locatorWords(source);
  if (article === null || itself) return [work, locator].filter(Boolean).join(', ');
  const through = [article.author, `“${article.title}”`, article.outlet, article.publishedText, locator]
    .filter(Boolean)
    .join(', ');
  return `${work}; cited in ${through}`;
}

export interface CitationOf {
  event: Pick<
    EventRecord,
    'slug' | 'title' | 'summary' | 'startsOn' | 'endsOn' | 'precision' | 'updatedAt' | 'version'
  >;
  /** The permanent address. */
  url: string;
  /** The day on which the reader saw it. */
  accessed: string;
}

/** One line to paste into a note or a brief. */
export function plainCitation({ event, url, accessed }: CitationOf): string {
  return `Pillarwatch, “${event.title}” (${formatDateSpan(event)}), version ${event.version}, ${url}, accessed ${formatDay(accessed)}.`;
}

/** BibTeX gives a meaning to these; inside braces the rest is text. */
const bibtexEscape = (text: string): string =>
  text.replaceAll(
    /[\\{}]|[&%$#_~^]/g,
    (char) =>
      ({ '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' })[char] ??
      `\\${char}`,
  );

/** A BibTeX entry (@misc with url and urldate, as biblatex takes it). */
export function bibtexCitation({ event, url, accessed }: CitationOf): string {
  const fields = {
    title: `{${bibtexEscape(event.title)}}`,
    author: '{Pillarwatch}',
    year: event.startsOn.slice(0, 4),
    note: `${bibtexEscape(formatDateSpan(event))}. Version ${event.version}`,
    url,
    urldate: accessed,
  };
  const lines = Object.entries(fields).map(([key, value]) => `  ${key} = {${value}}`);
  return `@misc{pillarwatch-${event.slug},\n${lines.join(',\n')}\n}\n`;
}

/** A RIS record; each value on one line, since a line break would begin a new field. */
export function risCitation({ event, url, accessed }: CitationOf): string {
  const line = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
  const fields: [string, string][] = [
    ['TY', 'ELEC'],
    ['TI', line(event.title)],
    ['AU', 'Pillarwatch'],
    ['PY', event.startsOn.slice(0, 4)],
    ['DA', event.startsOn.replaceAll('-', '/')],
    ['AB', line(event.summary)],
    ['N1', `${formatDateSpan(event)}. Version ${event.version}`],
    ['UR', url],
    ['Y2', accessed.replaceAll('-', '/')],
    ['ER', ''],
  ];
  return `${fields.map(([tag, value]) => `${tag}  - ${value}`.trimEnd()).join('\r\n')}\r\n`;
}
