import { XMLParser, XMLValidator } from 'fast-xml-parser';

interface Entry {
  id: string;
  title: string;
  summary: string;
  updated: string;
  published: string;
  link: string;
}

/** A feed as a parser of XML reads it. Throws where it is no XML. */
export function feedOf(xml: string): { entries: Entry[]; feed: Record<string, unknown> } {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) throw new Error(valid.err.msg);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    trimValues: false,
    htmlEntities: true,
    processEntities: { enabled: true, maxTotalExpansions: 1e6, maxExpandedLength: 1e9 },
    isArray: (name) => ['entry', 'link', 'category'].includes(name),
  });
  const { feed } = parser.parse(xml) as {
    feed: Record<string, unknown> & { entry?: (Omit<Entry, 'link'> & { link: { href: string }[] })[] };
  };
  const entries = (feed.entry ?? []).map((entry) => ({ ...entry, link: entry.link[0]!.href }));
  return { feed, entries };
}

export const entriesOf = (xml: string): Entry[] => feedOf(xml).entries;
