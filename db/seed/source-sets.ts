import { OWN_SET } from '@/lib/event';
import type { SourceSet } from '@/lib/source-sets';

/** The sets that come with the product. Numbers are for good: the in-memory index of a running instance carries them. */
export const sourceSets: readonly SourceSet[] = [
  {
    key: OWN_SET,
    number: 0,
    title: 'Added here',
    description: 'Events that editors have added one by one.',
    attribution: null,
    licence: null,
    url: null,
    reference: false,
  },
  {
    key: 'corpus',
    number: 1,
    title: 'Nine articles of 2020',
    description:
      'Every dated event of nine articles on Covid-19, terrorism and geopolitics, April to October 2020, coded by hand.',
    attribution: 'Articles by Raffaello Pantucci, one with Kabir Taneja; coding: Pillarwatch',
    licence: 'Facts in our own words with locators; the articles are their owners’ copyright',
    url: null,
    reference: false,
  },
  {
    key: 'oxcgrt',
    number: 2,
    title: 'UK stay-at-home spells (OxCGRT)',
    description:
      'Days on which people in a nation of the UK were required not to leave home (OxCGRT indicator C6 at level 2 or above), as spells; “targeted” where the rule held in parts of the nation only (flag 0).',
    attribution:
      'Hale, T. and others (2021), “A global panel database of pandemic policies (Oxford COVID-19 Government Response Tracker)”, Nature Human Behaviour',
    licence: 'CC BY 4.0',
    url: 'https://github.com/OxCGRT/covid-policy-dataset',
    reference: true,
  },
];
