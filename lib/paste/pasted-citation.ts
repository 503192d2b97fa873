import { formatDay } from '../days';
import { dayAt, publisherAt, titleAt } from './address-words';
import { takeAddresses } from './paste-address';
import { takeDates } from './paste-dates';
import { hasLetter, leftOver, pasteText, type PastedField, type Understood } from './paste-text';
import { takeWordsOf } from './paste-words';

export interface PastedCitation {
  /** As the form writes them: a day is "23 March 2020". */
  fields: Partial<Record<PastedField, string>>;
  /** Those of the fields that the address alone suggests: to be looked at. */
  guessed: PastedField[];
  /** What was not understood, word for word; '' where all was. */
  rest: string;
  /** The stretches of the text behind it: with `rest` they are every word of it. */
  understood: Understood[];
}

/** Characters of the longest text that is read; no citation is longer. */
const LONGEST = 3000;

/** What an address tells by itself, for fields that nothing else filled. */
function fromAddress(url: string | undefined, fields: PastedCitation['fields'], words: string) {
  const suggested: PastedCitation['fields'] = {};
  if (url === undefined) return suggested;
  const publisher = fields.publisher ? null : publisherAt(url);
  const day = fields.publishedOn ? null : dayAt(url);
  const title = fields.title || hasLetter(words) ? null : titleAt(url);
  if (publisher) suggested.publisher = publisher;
  if (day) suggested.publishedOn = formatDay(day);
  if (title) suggested.title = title;
  return suggested;
}

/**
 * Reads a citation (Harvard, APA, OSCOLA, MLA, notes, the head of a web page), a DOI or a web address as a source, from the
 * text alone: no address is ever fetched. Never throws. No word is lost: each is in a field or in `rest`.
 */
export function readCitation(typed: string): PastedCitation {
  if (typed.length > LONGEST) return { fields: {}, guessed: [], rest: typed, understood: [] };
  const paste = pasteText(typed);
  const addresses = takeAddresses(paste);
  const dates = takeDates(paste);
  const fields: PastedCitation['fields'] = { ...addresses, ...dates, ...takeWordsOf(paste) };
  const rest = leftOver(paste);
  const suggested = fromAddress(addresses.url, fields, rest);
  return {
    fields: { ...fields, ...suggested },
    guessed: Object.keys(suggested) as PastedField[],
    rest,
    understood: paste.understood,
  };
}
