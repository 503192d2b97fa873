/**
 * The words of the product, each once: they feed the Postgres enums, the zod enums, the form's choices and help,
 * the legends, the palette and the codebook page. Definitions follow the project's codebook; the pillars' are those
 * of the UK's counter-terrorism strategy (Home Office, CONTEST, 2018 and 2023).
 */

/** One word of a closed list: what is stored, what people read, and what it means in one line. */
export interface Term<Code extends string = string> {
  readonly code: Code;
  readonly label: string;
  readonly definition: string;
}

/** Shapes say the same as the colours, so that print in grey and colour-blind readers lose nothing. */
export type Shape = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross';

export interface PillarTerm extends Term {
  /** Five words for tiles. */
  readonly short: string;
  /** CONTEST's own aim for the strand. */
  readonly aim: string;
  /** Analysis Function categorical palette, in its order. */
  readonly colour: string;
  readonly shape: Shape;
}

export const pillarTerms = [
  {
    code: 'prevent',
    label: 'Prevent',
    short: 'people drawn in or steered away',
    aim: 'Stop people from becoming terrorists or supporting terrorism.',
    definition:
      'People being drawn to terrorism or steered away from it: radicalisation, propaganda, grievances, referrals, rehabilitation, hate.',
    colour: '#12436D',
    shape: 'circle',
  },
  {
    code: 'pursue',
    label: 'Pursue',
    short: 'plots and attacks stopped',
    aim: 'Stop terrorist attacks.',
    definition:
      'Terrorists and plots being found, stopped and charged: police, intelligence and military capability for that, and attacks and plots as things to be stopped.',
    colour: '#28A197',
    shape: 'square',
  },
  {
    code: 'protect',
    label: 'Protect',
    short: 'defences, borders, movement',
    aim: 'Strengthen protection against a terrorist attack.',
    definition: 'Hardening against attack: borders, travel, sites, restrictions on movement, infrastructure.',
    colour: '#801650',
    shape: 'triangle',
  },
  {
    code: 'prepare',
    label: 'Prepare',
    short: 'absorbing and recovering',
    aim: 'Mitigate the impact of a terrorist attack.',
    definition:
      'Absorbing and recovering: emergency and health response, aid, resilience, social cohesion, risk assessment.',
    colour: '#F46A25',
    shape: 'diamond',
  },
] as const satisfies readonly PillarTerm[];

export const typeTerms = [
  {
    code: 'lockdown',
    label: 'Lockdown',
    definition:
      'A restriction on movement imposed, tightened, eased or lifted: stay-at-home order, border closure, quarantine.',
  },
  { code: 'attack', label: 'Attack', definition: 'Violence carried out.' },
  { code: 'plot', label: 'Plot', definition: 'An attack planned, attempted or foiled.' },
  {
    code: 'arrest',
    label: 'Arrest or trial',
    definition: 'Arrest, charge, trial, sentence or release.',
  },
  {
    code: 'unrest',
    label: 'Unrest',
    definition: 'Riot, protest, communal or racist violence or harassment, arson of telephone masts.',
  },
  {
    code: 'aid_shipment',
    label: 'Aid shipment',
    definition: 'Medical or humanitarian goods, staff or training sent or received; a request for aid too.',
  },
  {
    code: 'referral_change',
    label: 'Referral change',
    definition: 'A measured change in referrals to Prevent or a similar programme.',
  },
  {
    code: 'propaganda',
    label: 'Propaganda and claims',
    definition: 'Messaging, disinformation, conspiracy claims, claims of governance by a group or a state.',
  },
  {
    code: 'policy',
    label: 'Policy',
    definition: 'Law, strategy, budget, programme, official assessment or public statement of an authority.',
  },
  {
    code: 'operations',
    label: 'Operations',
    definition:
      'Police, intelligence or military activity, deployment, drawdown, suspension, change of capability.',
  },
  {
    code: 'diplomacy',
    label: 'Diplomacy',
    definition: 'Meeting, call, summons, protest or letter between states or organisations.',
  },
  {
    code: 'economic',
    label: 'Economic',
    definition: 'Trade, energy, debt, investment, project or work stoppage.',
  },
] as const satisfies readonly Term[];

export const precisionTerms = [
  { code: 'day', label: 'Exact day', definition: 'The source gives the day, or the first and last day.' },
  {
    code: 'part_of_month',
    label: 'Part of a month',
    definition: 'Some time within the days given: early (1 to 10), mid (11 to 20) or late (21 to the end).',
  },
  { code: 'month', label: 'Month', definition: 'Some time within the month or months given.' },
  { code: 'quarter', label: 'Quarter', definition: 'Some time within the quarter or quarters given.' },
  { code: 'year', label: 'Year', definition: 'Some time within the year or years given.' },
  {
    code: 'reported',
    label: 'Reported by',
    definition: 'Known only as of this day: it happened on or shortly before it.',
  },
] as const satisfies readonly Term[];

/** How the date is known: the three looks of the timeline and the filter "Date known". */
export const datingTerms = [
  { code: 'exact', label: 'To the day', definition: 'The source gives the day.' },
  {
    code: 'span',
    label: 'Within a span',
    definition: 'The source gives part of a month, a month, a quarter or a year.',
  },
  { code: 'reported', label: 'By report only', definition: 'Known only by the day it was reported.' },
] as const satisfies readonly Term[];

export const confidenceTerms = [
  { code: 'confirmed', label: 'Confirmed', definition: 'An established fact or an official act.' },
  { code: 'reported', label: 'Reported', definition: 'A report says so.' },
  { code: 'claimed', label: 'Claimed', definition: 'An interested party claims it.' },
  { code: 'disputed', label: 'Disputed', definition: 'Contradicted or disproved.' },
] as const satisfies readonly Term[];

export const roleTerms = [
  { code: 'perpetrator', label: 'Perpetrator', definition: 'Carried out or planned it.' },
  { code: 'target', label: 'Target', definition: 'Was its object or victim.' },
  { code: 'donor', label: 'Donor', definition: 'Gave or sent something.' },
  { code: 'recipient', label: 'Recipient', definition: 'Received something.' },
  { code: 'authority', label: 'Authority', definition: 'Decided, ordered or assessed it in office.' },
  { code: 'speaker', label: 'Speaker', definition: 'Said or published it.' },
  { code: 'other', label: 'Other', definition: 'Took part in another way.' },
] as const satisfies readonly Term[];

export const measureTerms = [
  { code: 'killed', label: 'Killed', definition: 'People killed, as the source counts them.' },
  { code: 'injured', label: 'Injured', definition: 'People injured, as the source counts them.' },
  {
    code: 'percent_change',
    label: 'Change in per cent',
    definition: 'Change against the period named; a fall is negative.',
  },
  { code: 'quantity', label: 'Quantity', definition: 'A number of things, named by the unit.' },
  { code: 'usd', label: 'US dollars', definition: 'An amount in United States dollars.' },
  { code: 'days', label: 'Days', definition: 'A duration in days.' },
] as const satisfies readonly Term[];

export const statusTerms = [
  { code: 'draft', label: 'Draft', definition: 'Being written; only editors see it.' },
  { code: 'in_review', label: 'In review', definition: 'Waiting for a reviewer; only editors see it.' },
  { code: 'published', label: 'Published', definition: 'On the dashboard.' },
  { code: 'archived', label: 'Archived', definition: 'Taken off the dashboard, kept in the record.' },
] as const satisfies readonly Term[];

/** Source reliability and credibility of information: the Admiralty (NATO) system, AJP-2.1. */
export const reliabilityTerms = [
  {
    code: 'A',
    label: 'A: completely reliable',
    definition: 'No doubt of authenticity, trustworthiness or competency.',
  },
  {
    code: 'B',
    label: 'B: usually reliable',
    definition: 'Minor doubt; mostly valid information in the past.',
  },
  { code: 'C', label: 'C: fairly reliable', definition: 'Some doubt; valid information in the past.' },
  {
    code: 'D',
    label: 'D: not usually reliable',
    definition: 'Significant doubt; some valid information in the past.',
  },
  { code: 'E', label: 'E: unreliable', definition: 'Lacks authenticity, trustworthiness and competency.' },
  { code: 'F', label: 'F: cannot be judged', definition: 'No basis for a judgement.' },
] as const satisfies readonly Term[];

export const credibilityTerms = [
  {
    code: '1',
    label: '1: confirmed by other sources',
    definition: 'Confirmed by independent sources, logical, consistent.',
  },
  {
    code: '2',
    label: '2: probably true',
    definition: 'Not confirmed; logical; consistent with other information.',
  },
  {
    code: '3',
    label: '3: possibly true',
    definition: 'Not confirmed; reasonably logical; agrees with some information.',
  },
  { code: '4', label: '4: doubtful', definition: 'Not confirmed; possible but not logical.' },
  { code: '5', label: '5: improbable', definition: 'Not confirmed; not logical; contradicted.' },
  { code: '6', label: '6: cannot be judged', definition: 'No basis for a judgement.' },
] as const satisfies readonly Term[];

/** Government Security Classifications Policy (Cabinet Office, 2024): this tool holds nothing above OFFICIAL. */
export const markingTerms = [
  { code: 'OFFICIAL', label: 'OFFICIAL', definition: 'Routine public-sector information.' },
  {
    code: 'OFFICIAL-SENSITIVE',
    label: 'OFFICIAL-SENSITIVE',
    definition: 'OFFICIAL that needs added controls.',
  },
] as const satisfies readonly Term[];

type CodesOf<Terms extends readonly Term[]> = { -readonly [K in keyof Terms]: Terms[K]['code'] };

/** The codes of a list of terms, as the tuple that zod and drizzle enums want. */
export function codesOf<const Terms extends readonly Term[]>(terms: Terms): CodesOf<Terms> {
  return terms.map((term) => term.code) as CodesOf<Terms>;
}

export const pillars = codesOf(pillarTerms);
export const eventTypes = codesOf(typeTerms);
export const precisions = codesOf(precisionTerms);
export const datings = codesOf(datingTerms);
export const confidences = codesOf(confidenceTerms);
export const roles = codesOf(roleTerms);
export const measures = codesOf(measureTerms);
export const statuses = codesOf(statusTerms);
export const reliabilities = codesOf(reliabilityTerms);
export const credibilities = codesOf(credibilityTerms);
export const markings = codesOf(markingTerms);

export type Pillar = (typeof pillars)[number];
export type EventType = (typeof eventTypes)[number];
export type Precision = (typeof precisions)[number];
export type Dating = (typeof datings)[number];
export type Confidence = (typeof confidences)[number];
export type Status = (typeof statuses)[number];

/** How a date of this precision is known. */
export function datingOf(precision: Precision): Dating {
  if (precision === 'day') return 'exact';
  return precision === 'reported' ? 'reported' : 'span';
}

/** The label of a code; the code itself where the list does not have it, so that nothing is ever blank. */
export function labelOf(terms: readonly Term[], code: string): string {
  return terms.find((term) => term.code === code)?.label ?? code;
}

/** The pillar's term; pillars are a closed list, so it is always there. */
export function pillarTerm(code: Pillar): PillarTerm {
  return pillarTerms[pillars.indexOf(code)] as PillarTerm;
}
