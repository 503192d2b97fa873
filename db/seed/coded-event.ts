import { z } from 'zod';
import { eventSchema, type EventInput } from '@/lib/event';
import { articles } from './articles';

const articleByKey = new Map(articles.map((article) => [article.key, article]));

const codedSource = z.strictObject({
  article: z.string().refine((key) => articleByKey.has(key), 'Unknown article'),
  paragraph: z.int().positive().nullable(),
  footnote: z.int().positive().nullable(),
  cited: z
    .strictObject({ title: z.string(), publisher: z.string().nullable(), published_on: z.string().nullable() })
    .nullable(),
  reliability: z.string().nullable(),
  credibility: z.string().nullable(),
});

/** An event as the coders wrote it (db/seed/README.md); values are checked by eventSchema, names here. */
const codedEvent = z.strictObject({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  starts_on: z.string(),
  ends_on: z.string(),
  precision: z.string(),
  date_text: z.string().nullable(),
  type: z.string(),
  pillars: z.array(z.string()),
  region: z.string(),
  place: z.string().nullable(),
  origin: z.string().nullable(),
  actors: z.array(z.unknown()),
  measures: z.array(z.unknown()),
  confidence: z.string(),
  background: z.boolean(),
  tags: z.array(z.string()).default([]),
  sources: z.array(codedSource).min(1),
});

type CodedSource = z.output<typeof codedSource>;

/** A footnoted work is the source and the article says where it is cited; else the article itself is the source. */
function sourceOf({ article: key, paragraph, footnote, cited, reliability, credibility }: CodedSource) {
  const article = articleByKey.get(key)!;
  const work = cited
    ? { title: cited.title, publisher: cited.publisher, publishedOn: cited.published_on }
    : { title: article.title, author: article.author, publisher: article.outlet, publishedOn: article.publishedOn, url: article.url };
  return { ...work, article: key, paragraph, footnote, reliability, credibility, licence: cited ? null : article.licence };
}

/** Turns a coded event into what the product stores. Throws a ZodError that names the field where it does not fit. */
export function eventOf(coded: unknown): EventInput {
  const { id, starts_on, ends_on, date_text, place, background, tags, sources, ...rest } = codedEvent.parse(coded);
  return eventSchema.parse({
    ...rest,
    slug: id,
    startsOn: starts_on,
    endsOn: ends_on,
    dateText: date_text,
    locality: place,
    tags: background ? [...tags, 'background'] : tags,
    sources: sources.map(sourceOf),
    externalIds: [{ scheme: 'pillarwatch-seed', value: id }],
  });
}
