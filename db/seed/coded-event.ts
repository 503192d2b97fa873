import { z } from 'zod';
import { eventSchema, type EventInput } from '@/lib/event';
import { articles } from './articles';

const articleByKey = new Map(articles.map((article) => [article.key, article]));

/** What is not known is left out of the files, and null here. */
const orNull = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null);

const codedSource = z.strictObject({
  article: z.string().refine((key) => articleByKey.has(key), 'Unknown article'),
  paragraph: orNull(z.int().positive()),
  footnote: orNull(z.int().positive()),
  cited: orNull(
    z.strictObject({ title: z.string(), publisher: orNull(z.string()), published_on: orNull(z.string()) }),
  ),
  reliability: orNull(z.string()),
  credibility: orNull(z.string()),
});

/** An event as the coders wrote it (db/seed/README.md); values are checked by eventSchema, names here. */
const codedEvent = z.strictObject({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  starts_on: z.string(),
  ends_on: z.string(),
  precision: z.string(),
  date_text: orNull(z.string()),
  type: z.string(),
  pillars: z.array(z.string()),
  region: z.string(),
  place: orNull(z.string()),
  origin: orNull(z.string()),
  actors: z.array(z.unknown()).default([]),
  measures: z.array(z.unknown()).default([]),
  confidence: z.string(),
  background: z.boolean().default(false),
  tags: z.array(z.string()).default([]),
  links: z.array(z.string()).default([]),
  sources: z.array(codedSource).min(1),
});

type CodedSource = z.output<typeof codedSource>;

/** A footnoted work is the source and the article says where it is cited; else the article itself is the source. */
function sourceOf({ article: key, paragraph, footnote, cited, reliability, credibility }: CodedSource) {
  const article = articleByKey.get(key)!;
  const work = cited
    ? { title: cited.title, publisher: cited.publisher, publishedOn: cited.published_on }
    : {
        title: article.title,
        author: article.author,
        publisher: article.outlet,
        publishedOn: article.publishedOn,
        url: article.url,
      };
  return {
    ...work,
    article: key,
    paragraph,
    footnote,
    reliability,
    credibility,
    licence: cited ? null : article.licence,
  };
}

/** The scheme of the external identifier by which a stored event is known to be one of the seed. */
export const SEED_SCHEME = 'pillarwatch-seed';

/** Turns a coded event into what the product stores. Throws a ZodError that names the field where it does not fit. */
export function eventOf(coded: unknown, sourceSet: string): EventInput {
  const { id, starts_on, ends_on, date_text, place, background, tags, sources, ...rest } =
    codedEvent.parse(coded);
  return eventSchema.parse({
    ...rest,
    slug: id,
    sourceSet,
    startsOn: starts_on,
    endsOn: ends_on,
    dateText: date_text,
    locality: place,
    tags: background ? [...tags, 'background'] : tags,
    sources: sources.map(sourceOf),
    externalIds: [{ scheme: SEED_SCHEME, value: id }],
  });
}
