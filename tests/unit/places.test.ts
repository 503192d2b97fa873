import { describe, expect, it } from 'vitest';
import { childPlaces, findPlace, isWithin, placeByName, placeLine, placeName, places } from '@/lib/places';

/** ISO 3166-1 alpha-2, officially assigned codes (ISO Online Browsing Platform). */
const ISO_3166 =
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
  GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
  KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT
  MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
  SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
  UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/);

const ofKind = (kind: string) => places.filter((place) => place.kind === kind);
const codesOf = (kind: string) =>
  ofKind(kind)
    .map((place) => place.code)
    .toSorted();

describe('the tree of places', () => {
  it('has each code once, every parent before its children, and one root', () => {
    const seen = new Map<string, string>();
    for (const place of places) {
      expect(seen.has(place.code)).toBe(false);
      expect(place.path).toBe(`${place.parent === null ? '' : seen.get(place.parent)}${place.code}.`);
      seen.set(place.code, place.path);
    }
    expect(places.filter((place) => place.parent === null).map((place) => place.code)).toEqual(['001']);
  });

  it('holds each kind below the kind that it belongs to', () => {
    const above = {
      world: [null],
      region: ['world'],
      subregion: ['region'],
      country: ['subregion', 'world'],
      nation: ['country'],
      english_region: ['nation'],
    };
    for (const place of places)
      expect(above[place.kind]).toContain(place.parent === null ? null : findPlace(place.parent)!.kind);
    // Antarctica alone belongs to no region of M49.
    expect(
      ofKind('country')
        .filter((place) => place.parent === '001')
        .map((place) => place.name),
    ).toEqual(['Antarctica']);
  });

  it('has exactly the 249 countries of ISO 3166-1', () => {
    expect(codesOf('country')).toEqual(ISO_3166.toSorted());
    expect(ISO_3166).toHaveLength(249);
  });

  it('has the regions and sub-regions of M49', () => {
    expect(codesOf('region')).toEqual(['002', '009', '019', '142', '150']);
    expect(childPlaces('142').map((place) => place.name)).toEqual([
      'Central Asia',
      'Eastern Asia',
      'South-eastern Asia',
      'Southern Asia',
      'Western Asia',
    ]);
  });

  it('has the four nations of the UK and the nine regions of England', () => {
    expect(childPlaces('GB').map((place) => place.name)).toEqual([
      'England',
      'Northern Ireland',
      'Scotland',
      'Wales',
    ]);
    expect(
      childPlaces('GB-ENG')
        .map((place) => place.code)
        .toSorted(),
    ).toEqual(Array.from({ length: 9 }, (_, i) => `E1200000${i + 1}`));
  });

  it('leads from a region of England to the world, and back', () => {
    const line = ['World', 'Europe', 'Northern Europe', 'United Kingdom', 'England', 'West Midlands'];
    expect(placeLine('E12000005').map((place) => place.name)).toEqual(line);
    expect(placeLine('nowhere')).toEqual([]);
  });

  it('tells what lies in what', () => {
    for (const place of places)
      for (const above of placeLine(place.code)) expect(isWithin(place.code, above.code)).toBe(true);
    expect([
      isWithin('150', 'GB'),
      isWithin('GB', 'FR'),
      isWithin('nowhere', '001'),
      isWithin('GB', 'nowhere'),
    ]).toEqual([false, false, false, false]);
  });
});

describe('placeByName', () => {
  it('finds every place by its code and its name, and a place by every alias', () => {
    const shared: string[] = [];
    for (const place of places) {
      expect(placeByName(place.code)).toBe(place);
      expect(placeByName(place.name.toUpperCase())?.name).toBe(place.name);
      for (const alias of place.aliases) {
        const found = placeByName(alias);
        expect(found, alias).toBeDefined();
        if (found !== place) shared.push(`${alias}: ${found!.name}, not ${place.name}`);
      }
    }
    expect(shared).toEqual([]);
  });

  it.each([
    ['Burma', 'MM'],
    ['Turkey', 'TR'],
    ['Swaziland', 'SZ'],
    ['the United States of America', 'US'],
    ['cote d’ivoire', 'CI'],
    ['GBR', 'GB'],
    ['  uk ', 'GB'],
    ['Great Britain', 'GB'],
    ['Greater London', 'E12000007'],
    ['Yorkshire & the Humber', 'E12000003'],
    ['Trinidad and Tobago', 'TT'],
    ['Taiwan', 'TW'],
    // The code of Nicaragua, whatever a reader in Belfast may mean.
    ['NI', 'NI'],
    ['N. Ireland', 'GB-NIR'],
    ['Atlantis', undefined],
    ['', undefined],
    ['__proto__', undefined],
  ])('understands “%s”', (name, code) => {
    expect(placeByName(name)?.code).toBe(code);
  });

  it('has a name to show for every code, known or not', () => {
    expect([placeName('GB'), placeName('XX')]).toEqual(['United Kingdom', 'XX']);
  });
});
