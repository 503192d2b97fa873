import { z } from 'zod';
import type { EventInput } from '@/lib/event';
import { articleText, footnotesOf, paragraphsOf, runsOf } from './article-text';
import { eventOf } from './coded-event';
import type { SeedFile } from './seed-files';

/** A footnote that dates no event, and why; kept in footnotes.json. */
export const unusedFootnotes = z.array(
  z.strictObject({ article: z.string(), footnote: z.int().positive(), reason: z.string().min(5) }),
);
type Unused = z.output<typeof unusedFootnotes>;

/** Words in a row that would be a copy (corpus/README: no run of eight). */
const RUN = 8;
/** The codebook's bound between the crisis and its background. */
const BACKGROUND_BEFORE = '2019-12-01';

interface Checked {
  file: SeedFile;
  event: EventInput;
}

const idOf = (coded: unknown): string => {
  const id = coded && typeof coded === 'object' && 'id' in coded ? coded.id : null;
  return typeof id === 'string' ? id : 'an event without id';
};

function parsed(files: readonly SeedFile[], problems: string[]): Checked[] {
  return files.flatMap((file) =>
    file.coded.flatMap((coded) => {
      try {
        return [{ file, event: eventOf(coded, file.sourceSet) }];
      } catch (error) {
        if (!(error instanceof z.ZodError)) throw error;
        for (const { path, message } of error.issues)
          problems.push(`${file.name}: ${idOf(coded)}: ${path.join('.')}: ${message}`);
        return [];
      }
    }),
  );
}

/** What makes two entries the same happening coded twice, or one that cannot be told from another. */
function doubles(all: readonly Checked[]): string[] {
  const keys = (event: EventInput): string[] => [
    `the id ${event.slug}`,
    `the title “${event.title}” on ${event.startsOn} in ${event.region}`,
  ];
  const seen = new Set<string>();
  return all.flatMap(({ file, event }) =>
    keys(event).flatMap((key) => {
      if (seen.has(key)) return [`${file.name}: ${event.slug}: ${key} stands twice`];
      seen.add(key);
      return [];
    }),
  );
}

const placeInText = ({ sources: [first] }: EventInput): number =>
  (first!.paragraph ?? 0) * 1000 + (first!.footnote ?? 0);

/** Each event stands in the file of its first source, in the order of that text, so that a change is a small difference. */
function disorder(files: readonly SeedFile[], all: readonly Checked[]): string[] {
  return files.flatMap((file) => {
    const events = all.filter((one) => one.file === file).map(({ event }) => event);
    return events.flatMap((event, i) => {
      const before = events[i - 1];
      return [
        event.sources[0]!.article === file.name ? '' : `its first source is ${event.sources[0]!.article}`,
        before && placeInText(before) > placeInText(event)
          ? `it stands after ${before.slug}, which comes later in the text`
          : '',
      ]
        .filter(Boolean)
        .map((problem) => `${file.name}: ${event.slug}: ${problem}`);
    });
  });
}

function loose({ file, event }: Checked, slugs: ReadonlySet<string>): string[] {
  const background = event.startsOn < BACKGROUND_BEFORE;
  return [
    ...event.links
      .filter((link) => !slugs.has(link))
      .map((link) => `it links to ${link}, which is not there`),
    background === event.tags.includes('background')
      ? ''
      : `background must be ${background}: it starts on ${event.startsOn}`,
  ]
    .filter(Boolean)
    .map((problem) => `${file.name}: ${event.slug}: ${problem}`);
}

/** Everything that can be checked without the articles: form, dates against precision, uniqueness, order, links. */
export function seedProblems(files: readonly SeedFile[]): { problems: string[]; events: EventInput[] } {
  const problems: string[] = [];
  const all = parsed(files, problems);
  const slugs = new Set(all.map(({ event }) => event.slug));
  problems.push(...doubles(all), ...disorder(files, all), ...all.flatMap((one) => loose(one, slugs)));
  return { problems, events: all.map(({ event }) => event) };
}

const textsOf = ({ title, summary, dateText, locality, actors }: EventInput): string[] =>
  [title, summary, dateText, locality, ...actors.map(({ name }) => name)].filter((text) => text !== null);

/** What is wrong with the coded events when they are held against the articles themselves, by their keys. */
export function problemsAgainst(
  keys: readonly string[],
  events: readonly EventInput[],
  unused: Unused,
): string[] {
  const texts = new Map(keys.map((key) => [key, articleText(key)]));
  const paragraphs = new Map([...texts].map(([key, text]) => [key, paragraphsOf(text)]));
  const footnotes = new Map([...texts].map(([key, text]) => [key, footnotesOf(text)]));
  const theirs = new Set(
    [...texts.values()].flatMap((text) => runsOf(text.replaceAll(/\[\d+\]/g, ' '), RUN)),
  );
  const cited = events.flatMap(({ slug, sources }) =>
    sources.filter(({ article }) => article && texts.has(article)).map((source) => ({ slug, ...source })),
  );
  const locators = cited.flatMap(({ slug, article, paragraph, footnote }) => [
    ...(paragraph && paragraphs.get(article!)!.has(paragraph)
      ? []
      : [`${slug}: ${article} has no paragraph ${paragraph}`]),
    ...(footnote === null || footnotes.get(article!)!.has(footnote)
      ? []
      : [`${slug}: ${article} has no footnote ${footnote}`]),
  ]);
  const copied = events.flatMap((event) =>
    textsOf(event)
      .flatMap((text) => runsOf(text, RUN))
      .filter((run) => theirs.has(run))
      .map((run) => `${event.slug}: ${RUN} words in a row are the article’s: “${run}”`),
  );
  const notes = [...footnotes].flatMap(([key, numbers]) =>
    [...numbers.keys()].flatMap((number) => {
      const used = cited.some(({ article, footnote }) => article === key && footnote === number);
      const listed = unused.some(({ article, footnote }) => article === key && footnote === number);
      if (used && listed) return [`footnote ${number} of ${key} is listed as unused, but an event cites it`];
      return used || listed
        ? []
        : [`footnote ${number} of ${key} is neither cited by an event nor listed with a reason`];
    }),
  );
  return [...locators, ...copied, ...notes];
}
