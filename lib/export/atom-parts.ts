import { xmlText } from './xml';

/** An element with text. */
export const element = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`;

/** A link of a feed or an entry. */
export const link = (rel: string, href: string, type = 'application/atom+xml'): string =>
  `<link rel="${rel}" type="${type}" href="${xmlText(href)}"/>`;

/** What every feed of ours begins with. */
export const FEED_START = [
  '<?xml version="1.0" encoding="utf-8"?>',
  '<feed xmlns="http://www.w3.org/2005/Atom">',
];

/** Who writes our feeds. */
export const FEED_AUTHOR = '<author><name>Pillarwatch</name></author>';
