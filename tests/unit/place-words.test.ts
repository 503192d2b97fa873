import { describe, expect, it } from 'vitest';
import { placeInFull, placeWords, readPlace } from '@/lib/place-words';
import { findPlace, places } from '@/lib/places';

const codeOf = (text: string): string | null => {
  const found = readPlace(text);
  return 'place' in found ? found.place.code : null;
};
const messageOf = (text: string): string | null => {
  const found = readPlace(text);
  return 'message' in found ? found.message : null;
};

describe('places by typing', () => {
  it('reads back every place from the words by which the form shows it', () => {
    for (const place of places) expect(codeOf(placeWords(place)), place.name).toBe(place.code);
  });

  it('has no two places with the same words', () => {
    expect(new Set(places.map(placeWords)).size).toBe(places.length);
  });

  it.each([
    ['kazakhstan', 'KZ'],
    ['  UK ', 'GB'],
    ['the united kingdom', 'GB'],
    ['Côte d’Ivoire', 'CI'],
    ['world', '001'],
    ['GB-SCT', 'GB-SCT'],
  ])('understands %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('asks which one is meant where several bear the name', () => {
    expect(messageOf('Micronesia')).toMatch(
      /2 places: enter Micronesia \(sub-region\) or Micronesia \(country\)/,
    );
  });

  it('says what is close to a name that it does not know', () => {
    expect(messageOf('Korea')).toMatch(/Did you mean North Korea or South Korea\?/);
    expect(messageOf('Atlantis')).toMatch(/don’t know a place called “Atlantis”/);
    expect(messageOf(' ')).toBe('Enter a place');
  });

  it('says a place in full, up to its country or the region it lies in', () => {
    const full = (code: string): string => placeInFull(findPlace(code)!);
    expect(full('E12000008')).toBe('South East, England, United Kingdom');
    expect(full('KZ')).toBe('Kazakhstan, Central Asia');
    expect(full('001')).toBe('World');
  });
});
