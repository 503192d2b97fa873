import { describe, expect, it } from 'vitest';
import { childPlaces, findPlace, isWithin, placeByName, placeLine, places } from '@/lib/places';

describe('the tree of places', () => {
  it('has every parent before its children, and one root', () => {
    const seen = new Set<string>();
    for (const place of places) {
      if (place.parent !== null) expect(seen).toContain(place.parent);
      seen.add(place.code);
      expect(place.path).toBe(`${place.parent ? findPlace(place.parent)!.path : ''}${place.code}.`);
    }
    expect(places.filter((place) => place.parent === null).map((place) => place.code)).toEqual(['001']);
  });

  it('has the 249 countries of ISO 3166-1, four nations and nine English regions', () => {
    expect(places.filter((place) => place.kind === 'country')).toHaveLength(249);
    expect(childPlaces('GB').map((place) => place.name)).toEqual([
      'England',
      'Northern Ireland',
      'Scotland',
      'Wales',
    ]);
    expect(childPlaces('GB-ENG')).toHaveLength(9);
  });

  it('leads from Birmingham’s region to the world', () => {
    expect(placeLine('E12000005').map((place) => place.name)).toEqual([
      'World',
      'Europe',
      'Northern Europe',
      'United Kingdom',
      'England',
      'West Midlands',
    ]);
    expect([isWithin('E12000005', '150'), isWithin('150', 'E12000005'), isWithin('GB', 'GB')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('knows every place by its code and its own name', () => {
    for (const place of places) {
      expect(placeByName(place.code)?.code).toBe(place.code);
      expect(placeByName(place.name.toUpperCase())?.name).toBe(place.name);
    }
  });

  it.each([
    ['Burma', 'MM'],
    ['Turkey', 'TR'],
    ['the United States of America', 'US'],
    ['cote d’ivoire', 'CI'],
    ['GBR', 'GB'],
    ['Atlantis', undefined],
  ])('understands %s', (name, code) => {
    expect(placeByName(name)?.code).toBe(code);
  });
});
