import { take, type PasteText } from './paste-text';

const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"“”\uE000]+/gi;
const DOI = /\b10\.\d{4,9}\/[^\s<>"“”\uE000]+/;
const LEAD = /(?:available (?:online )?(?:at|from)|retrieved from|online at|url|link|doi) ?:? ?[<([]?$/i;
const ONLINE = /[[(]online[\])]/i;

/** The address without the full stop or bracket of the sentence around it; a bracket that it opened itself is its own. */
function addressEnd(text: string): number {
  let end = text.length;
  while (end > 0 && ".,;:!?'’‘)]}".includes(text[end - 1]!)) {
    const inside = text.slice(0, end);
    if (inside.endsWith(')') && inside.split('(').length >= inside.split(')').length) break;
    end--;
  }
  return end;
}

/** Takes the words that lead to what begins at `at`: "Available at: <". */
function takeLead(paste: PasteText, at: number): void {
  const before = paste.left.slice(Math.max(0, at - 30), at);
  const lead = LEAD.exec(before);
  if (lead && !/[\p{L}\p{N}]$/u.test(before.slice(0, lead.index)))
    take(paste, at - (before.length - lead.index), at, null);
}

const ARCHIVES = /^(?:web\.archive\.org|archive\.(?:ph|today|is|org))$/;

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : null;
}

interface Addresses {
  url?: string;
  archiveUrl?: string;
}

/** Takes the first web address, the first of an archive, and a DOI where there is no other address. */
export function takeAddresses(paste: PasteText): Addresses {
  const found: Addresses = {};
  for (const { 0: match, index } of paste.left.matchAll(ADDRESS)) {
    const written = match.slice(0, addressEnd(match));
    const address = /^www\./i.test(written) ? `https://${written}` : written;
    const host = hostOf(address);
    if (!host || address.length > 2000) continue;
    const field = ARCHIVES.test(host) ? 'archiveUrl' : 'url';
    if (found[field]) continue;
    found[field] = address;
    take(paste, index, index + written.length, field);
    takeLead(paste, index);
  }
  const doi = found.url ? null : DOI.exec(paste.left);
  if (doi) {
    const name = doi[0].slice(0, addressEnd(doi[0]));
    if (name.length < 1900 && hostOf(`https://doi.org/${name}`)) {
      found.url = `https://doi.org/${name}`;
      take(paste, doi.index, doi.index + name.length, 'url');
      takeLead(paste, doi.index);
    }
  }
  const online = ONLINE.exec(paste.left);
  if (online && (found.url || found.archiveUrl))
    take(paste, online.index, online.index + online[0].length, null);
  return found;
}
