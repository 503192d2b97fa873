/** A work through which events are known: an article of the corpus, or a reference data set. */
export interface Article {
  key: string;
  author: string;
  title: string;
  outlet: string;
  publishedOn: string | null;
  /** The date in words, where only part of it is known. */
  publishedText: string;
  url: string | null;
  licence: string | null;
}

const PANTUCCI = 'Raffaello Pantucci';
const corpusArticle = (
  key: string,
  title: string,
  outlet: string,
  publishedText: string,
  publishedOn: string | null = null,
): Article => ({
  key,
  author: PANTUCCI,
  title,
  outlet,
  publishedOn,
  publishedText,
  url: null,
  licence: 'All rights reserved: facts and locators only',
});

/** The corpus, newest first (dates as far as the outlets give them), and the reference set behind the lockdown bands. */
export const articles: readonly Article[] = [
  corpusArticle(
    'prospect-2020-10-28',
    'How the pandemic is making extremism worse',
    'Prospect',
    '28 October 2020',
    '2020-10-28',
  ),
  corpusArticle(
    'cap-2020-06',
    'Beijing Binds: COVID-19 and the China-Central Asia Relationship',
    'Central Asia Program, George Washington University',
    'about 30 June 2020',
  ),
  corpusArticle(
    'ft-2020-05',
    'Lessons of Covid-19 for defence spending have still to be learnt (letter)',
    'Financial Times',
    'May 2020',
  ),
  corpusArticle(
    'straits-times-2020-04-27',
    'Covid-19 is fuel to the flames of security threats',
    'The Straits Times',
    '27 April 2020',
    '2020-04-27',
  ),
  corpusArticle(
    'ctta-2020-04',
    'Key Questions for Counter-Terrorism Post-COVID-19',
    'Counter Terrorist Trends and Analyses, RSIS',
    'April 2020',
  ),
  corpusArticle(
    'foreign-policy-2020-04-22',
    'After the Coronavirus, Terrorism Won’t Be the Same',
    'Foreign Policy',
    '22 April 2020',
    '2020-04-22',
  ),
  {
    ...corpusArticle(
      'orf-2020-04',
      'Beware of terrorists offering COVID19 aid',
      'Observer Research Foundation',
      'about 21 April 2020',
    ),
    author: `${PANTUCCI} and Kabir Taneja`,
  },
  corpusArticle(
    'scmp-2020-04',
    'How China’s coronavirus medical diplomacy is failing to win over the world',
    'South China Morning Post',
    'about 9 April 2020',
  ),
  corpusArticle(
    'telegraph-2020-04',
    'China is losing the geopolitical battle of coronavirus. Unfortunately, the West is too',
    'The Telegraph',
    'April 2020',
  ),
  {
    key: 'oxcgrt',
    author: 'Hale and others',
    title: 'Oxford COVID-19 Government Response Tracker: stay-at-home requirements',
    outlet: 'University of Oxford',
    publishedOn: null,
    publishedText: 'final release, 2023',
    url: 'https://github.com/OxCGRT/covid-policy-dataset',
    licence: 'CC BY 4.0',
  },
];

/** Keys of the nine articles, in the order of the list. */
export const corpusKeys: readonly string[] = articles.map(({ key }) => key).filter((key) => key !== 'oxcgrt');
