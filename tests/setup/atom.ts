import { DOMParser, type Element } from '@xmldom/xmldom';

const ATOM = 'http://www.w3.org/2005/Atom';

const children = (parent: Element, name: string): Element[] =>
  Array.from(parent.getElementsByTagNameNS(ATOM, name)).filter((one) => one.parentNode === parent);
const text = (parent: Element, name: string): string => children(parent, name)[0]?.textContent ?? '';
const links = (parent: Element) =>
  children(parent, 'link').map((link) => ({
    rel: link.getAttribute('rel')!,
    href: link.getAttribute('href')!,
  }));

/** A feed as a parser of XML reads it. Throws where it is no XML. */
export function feedOf(xml: string) {
  const strict = (level: string, message: string): void => {
    // A replacement character is one, and ours.
    if (level !== 'warning') throw new Error(`${level}: ${message}`);
  };
  const root = new DOMParser({ onError: strict }).parseFromString(xml, 'text/xml').documentElement!;
  const one = (element: Element) => ({
    id: text(element, 'id'),
    title: text(element, 'title'),
    updated: text(element, 'updated'),
    published: text(element, 'published'),
    link: links(element)[0]!.href,
  });
  return {
    feed: { link: links(root), updated: text(root, 'updated'), rights: text(root, 'rights') },
    entries: children(root, 'entry').map(one),
  };
}

export const entriesOf = (xml: string) => feedOf(xml).entries;
