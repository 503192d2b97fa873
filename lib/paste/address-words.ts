import { isDay, type Day } from '../days';

/** Who publishes at an address, by the end of its host's name; the longest that fits counts. */
const publishers: Record<string, string> = {
  'gov.uk': 'GOV.UK',
  'legislation.gov.uk': 'legislation.gov.uk',
  'ons.gov.uk': 'Office for National Statistics',
  'ncsc.gov.uk': 'National Cyber Security Centre',
  'mi5.gov.uk': 'MI5',
  'gov.scot': 'Scottish Government',
  'gov.wales': 'Welsh Government',
  'parliament.uk': 'UK Parliament',
  'police.uk': 'Police.UK',
  'nhs.uk': 'NHS',
  'bbc.co.uk': 'BBC',
  'bbc.com': 'BBC',
  'theguardian.com': 'The Guardian',
  'reuters.com': 'Reuters',
  'apnews.com': 'Associated Press',
  'nytimes.com': 'The New York Times',
  'washingtonpost.com': 'The Washington Post',
  'ft.com': 'Financial Times',
  'independent.co.uk': 'The Independent',
  'telegraph.co.uk': 'The Telegraph',
  'thetimes.co.uk': 'The Times',
  'aljazeera.com': 'Al Jazeera',
  'who.int': 'World Health Organization',
  'un.org': 'United Nations',
  'europol.europa.eu': 'Europol',
  'interpol.int': 'INTERPOL',
  'rusi.org': 'RUSI',
  'icct.nl': 'ICCT',
  'chathamhouse.org': 'Chatham House',
};

/** Who publishes at an address: by a list of hosts, else the host itself; null where the address only points elsewhere. */
export function publisherAt(address: string): string | null {
  const host = new URL(address).hostname.replace(/^www\./, '');
  if (host === 'doi.org' || host === 'dx.doi.org') return null;
  const labels = host.split('.');
  for (let from = 0; from < labels.length; from++) {
    const known = publishers[labels.slice(from).join('.')];
    if (known) return known;
  }
  return host;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The day in an address, as newspapers have it: /2020/03/23/, /2020/mar/23/, /2020-03-23; null where there is none. */
export function dayAt(address: string): Day | null {
  const [, year, month, day] =
    /\b(20\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?!\d)/i.exec(new URL(address).pathname) ?? [];
  if (!year || !month || !day) return null;
  const named = MONTHS.indexOf(month.toLowerCase()) + 1;
  const found = `${year}-${String(named || month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(found) ? found : null;
}

/** The number of a page at its end: "53123975", "b1234567". */
const PAGE_NUMBER = /^[a-z]?\d{6,}$/i;
/** Their addresses have the section before the number, and no title: /news/uk-england-berkshire-53123975. */
const SECTIONS = /(?:^|\.)bbc\.(?:co\.uk|com)$/;
const CAPITALS = new Set(['uk', 'eu', 'un', 'nhs', 'nato', 'bbc', 'mi5', 'isis']);

/** A title guessed from the last words of an address: "uk-lockdown-announced" reads "UK lockdown announced"; null for numbers. */
export function titleAt(address: string): string | null {
  const { hostname, pathname } = new URL(address);
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  const parts = last
    .replace(/\.[a-z]{2,5}$/i, '')
    .split(/[-_]/)
    .filter((word) => /^[a-z0-9]+$/i.test(word));
  if (SECTIONS.test(hostname) && PAGE_NUMBER.test(parts.at(-1) ?? '')) return null;
  const words = parts
    .filter((word) => !PAGE_NUMBER.test(word))
    .map((word) => (CAPITALS.has(word.toLowerCase()) ? word.toUpperCase() : word));
  const spoken = words.filter((word) => /^[a-z]+$/i.test(word));
  if (spoken.length < 3) return null;
  const text = words.join(' ');
  return (text[0]!.toUpperCase() + text.slice(1)).slice(0, 300);
}
