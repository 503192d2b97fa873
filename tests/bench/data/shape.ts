import type { Confidence, EventType, Precision } from '@/lib/vocabulary';

/**
 * The shape of real records, as a few numbers. Each names the file it was taken from and the expression that gave it, in
 * Python with pandas, where
 *
 *     U = read_csv('conflict_data_ukr_to2021.csv', skiprows=[1])  # UCDP GED, Ukraine, 2,989 events (HDX)
 *     A = read_excel('acaps_2021-01-26.xlsx', 'Dataset')          # ACAPS government measures, 23,923 rows
 *     C = read_csv('policy_list.csv')                             # COBAP border policies, 1,762 rows
 *     D = to_datetime(C.END_DATE, format='%m_%d_%y') - to_datetime(C.START_DATE, format='%m_%d_%y')
 *
 * and "corpus" is our own db/seed/corpus/*.json (204 events). What no file tells is marked "assumed". No row of any of
 * them is copied.
 */

/** Three kinds of record, each with the habits of one of the files. */
export type Kind = 'violence' | 'measures' | 'news';

/** Shares of the kinds in the whole. Assumed: data sets of violence are the large ones. */
export const kindShares: Record<Kind, number> = { violence: 0.65, measures: 0.25, news: 0.1 };

/** The record's first and last day. Assumed: fifty years, as GTD has. */
export const FIRST_DAY = '1975-01-01';
export const LAST_DAY = '2024-12-31';
/** More events each year by this factor. Assumed: none of the files spans decades; GTD grew by 7 per cent a year. */
export const YEARLY_GROWTH = 1.06;
/** Spread of the logarithm of events a month: log(U by month).std() = 0.96. */
export const MONTH_SPREAD = 0.96;
/** Share of violence in its busiest months, and so in episodes: the five busiest of 96 months of U hold 0.43. */
export const IN_EPISODES = 0.43;
/** Share of an episode's events that fall on a few days: U has 235 events on one day of the 587 of August 2014. */
export const ON_WORST_DAYS = 0.3;
/** Events by months of 2020, January first: A.DATE_IMPLEMENTED by month. The pandemic's share is assumed. */
export const PANDEMIC_MONTHS = [179, 362, 4467, 4165, 3525, 2399, 1791, 1532, 1736, 1682, 1420, 366];
export const IN_PANDEMIC = 0.6;

/** Slopes of log(events) on log(rank) of places: polyfit over U.where_coordinates and over A.ISO, first 100 ranks. */
export const PLACE_EXPONENT: Record<Kind, number> = { violence: 1.04, measures: 0.42, news: 1.04 };
/** Where in the tree an event stands, of the corpus: 62 in a region or sub-region, 135 in a country, 7 in a part. */
export const AREA_SHARE: Record<Kind, number> = { violence: 0.01, measures: 0.01, news: 62 / 204 };

/** Types: of news from the corpus, of measures from A.CATEGORY and A.MEASURE; of violence assumed, mostly attacks. */
export const typesOf: Record<Kind, Partial<Record<EventType, number>>> = {
  violence: { attack: 62, operations: 18, unrest: 8, arrest: 8, plot: 4 },
  measures: { lockdown: 484, policy: 391, economic: 125 },
  news: {
    propaganda: 42,
    aid_shipment: 34,
    policy: 30,
    economic: 21,
    diplomacy: 17,
    unrest: 14,
    operations: 14,
    lockdown: 12,
    attack: 9,
    arrest: 6,
    plot: 4,
    referral_change: 1,
  },
};

/** Pillar masks by type (bit 0 prevent, 1 pursue, 2 protect, 3 prepare), counted in the corpus. */
export const masksOf: Record<EventType, Record<number, number>> = {
  propaganda: { 1: 17, 9: 15, 8: 8, 3: 2 },
  lockdown: { 12: 11, 14: 1 },
  policy: { 8: 13, 1: 6, 9: 3, 4: 2, 12: 1, 3: 1, 15: 1, 10: 1, 2: 1, 5: 1 },
  unrest: { 9: 10, 8: 2, 1: 1, 5: 1 },
  economic: { 8: 20, 12: 1 },
  aid_shipment: { 8: 31, 9: 2, 12: 1 },
  diplomacy: { 8: 10, 12: 3, 2: 2, 9: 1, 1: 1 },
  operations: { 2: 6, 1: 2, 10: 2, 4: 2, 8: 1, 3: 1 },
  arrest: { 2: 4, 3: 2 },
  plot: { 3: 3, 2: 1 },
  attack: { 2: 8, 3: 1 },
  referral_change: { 1: 1 },
};

/** Precision: U.date_prec (1 day, 2 and 3 within a week, 4 month, 5 longer); C has days alone; news from the corpus. */
export const precisionsOf: Record<Kind, Partial<Record<Precision, number>>> = {
  violence: { day: 777, part_of_month: 174, month: 37, quarter: 8, year: 4 },
  measures: { day: 1 },
  news: { reported: 150, part_of_month: 27, month: 11, day: 10, year: 6 },
};
/** Days after the first within a part of a month: (U.date_end - U.date_start).dt.days where date_prec is 2 or 3. */
export const PART_OF_MONTH_DAYS = { 1: 128, 2: 18, 5: 1, 6: 25 };
/** Days that a lockdown lasts: exp of a normal with these; D has median 31 and log(D).std() 1.33; 11 per cent are open. */
export const LOCKDOWN_DAYS = { median: 31, spread: 1.33, most: 663, open: 0.11 };

/** Confidence: U.event_clarity (0.926 clear), C.SOURCE_QUALITY (0.68 very sure, 0.15, 0.17), and the corpus. */
export const confidencesOf: Record<Kind, Partial<Record<Confidence, number>>> = {
  violence: { confirmed: 463, reported: 463, claimed: 50, disputed: 24 },
  measures: { confirmed: 680, reported: 146, claimed: 174 },
  news: { confirmed: 92, reported: 92, claimed: 13, disputed: 7 },
};

/** People killed in an attack: U.best has 0.015 none, 0.725 one, and above four a tail of exponent 2.23 (Hill). */
export const KILLED = { 0: 15, 1: 725, 2: 111, 3: 53, 4: 31, 5: 65 };
export const KILLED_TAIL = 2.23;
/** Share of attacks in which nobody dies. Assumed: U lists deadly ones only; about half of GTD's killed nobody. */
export const HARMLESS = 0.5;

/** Sources of an event: U.number_of_sources is 1 in 0.78; actors: 67, 101 and 28 of the corpus have 1, 2 and 3. */
export const TWO_SOURCES = 0.2;
export const ACTORS = { 1: 67, 2: 101, 3: 28 };

/** Words of a title (corpus: 8, 11, 13 at the 10th, 50th and 90th per cent) and of a summary (A.COMMENTS: 7, 19, 54). */
export const TITLE_WORDS = { from: 7, to: 13 };
export const SUMMARY_WORDS = { median: 19, spread: 0.8, least: 4, most: 80 };
/**
 * Words that mean something, by rank: shares of A.COMMENTS that hold the word of rank 20, 100, 500, 2,000 and 5,000 are
 * 0.10, 0.028, 0.0071, 0.0013 and 0.0003; with these the made ones are close (tests/bench/data/words.ts).
 */
export const WORDS = { size: 8000, exponent: 1.1, shift: 20 };
/** Share of words that carry no meaning (the, of, in): assumed from English prose. */
export const STOP_SHARE = 0.4;
