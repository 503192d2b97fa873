import { z } from 'zod';
import { exportFormats } from '../export/formats';
import { countsSchema, eventListSchema, placesSchema, proposedSchema, vocabularySchema } from './answers';
import { newEventSchema, replacedEventSchema } from './event-body';
import { wholeEventSchema } from './event-shape';
import { importOperations } from './import-routes';
import { indicatorOperations } from './indicator-routes';
import type { Operation } from './operation';
import {
  changeParameters,
  countParameters,
  filterParameters,
  listParameters,
  placeParameters,
} from './parameters';
import type { ProblemType } from './problem-types';

export const API = '/api/v1';

/** The formats of the list beside JSON, by suffix or Accept. */
export const fileFormats = exportFormats.filter(({ code }) => code !== 'json');
export const mediaType = (contentType: string): string => contentType.split(';')[0]!;

const ifMatch = {
  name: 'If-Match',
  required: true,
  description: 'ETag of the version that is changed, or *',
};
const writeProblems = ['no-key', 'not-allowed', 'not-found', 'stale', 'precondition-required'] as const;
const bodyProblems = ['bad-body', 'too-large', 'unsupported-type', 'invalid', 'conflict'] as const;

/** What a change to a published event becomes where nobody publishes their own work. */
const proposed = {
  status: 202,
  description: 'A proposal: readers go on seeing the event as it is until a reviewer accepts the change',
  schema: proposedSchema,
};

const exampleEvent = {
  title: 'Example: a charity opens a helpline',
  summary: 'A charity opens a helpline for parents who fear that a child is drawn to extremism.',
  startsOn: '2020-05-04',
  endsOn: '2020-05-04',
  precision: 'day',
  type: 'policy',
  pillars: ['prevent'],
  place: { code: 'GB' },
  confidence: 'reported',
  sources: [{ title: 'Helpline opens', publisher: 'An example newspaper', publishedOn: '2020-05-05' }],
};

/** Where the event of the example is, so that the calls that write can be made one after the other. */
const exampleMade = '/events/example-a-charity-opens-a-helpline-2020';

/** Every operation. */
export const operations: readonly Operation[] = [
  {
    id: 'listEvents',
    method: 'GET',
    path: '/events',
    summary: 'List events',
    description: `Published events that pass the filters, a page at a time. /events.json is the same; whole files, with the filters alone, are ${fileFormats.map(({ file }) => `/${file}`).join(', ')} (or by Accept).`,
    parameters: [...filterParameters, ...listParameters],
    answer: {
      status: 200,
      description: 'A page of events',
      schema: eventListSchema,
      otherTypes: [...new Set(fileFormats.map(({ contentType }) => mediaType(contentType)))],
    },
    problems: ['not-acceptable', 'busy'],
    example: { path: '/events?pillar=prevent&region=GB&limit=20' },
  },
  {
    id: 'createEvent',
    method: 'POST',
    path: '/events',
    summary: 'Add an event',
    description:
      'The event is a draft where no status is given. With an Idempotency-Key the same request may be sent again for a day: it is answered as it was the first time and makes no second event.',
    parameters: [],
    scope: 'events:write',
    body: { type: 'application/json', schema: newEventSchema },
    headers: [
      {
        name: 'Idempotency-Key',
        required: false,
        description: 'A text of your own, 1 to 255 visible characters, new for each event',
      },
    ],
    answer: {
      status: 201,
      description: 'The event as it is kept, its address in Location',
      schema: wholeEventSchema,
    },
    problems: ['no-key', 'not-allowed', 'needs-review', ...bodyProblems],
    example: { path: '/events', body: exampleEvent, headers: { 'Idempotency-Key': 'helpline-2020' } },
  },
  {
    id: 'getEvent',
    method: 'GET',
    path: '/events/{slug}',
    summary: 'Get an event',
    description: 'All that is kept of a published event; with a key of scope drafts:read of any.',
    parameters: [],
    answer: { status: 200, description: 'The event', schema: wholeEventSchema },
    problems: ['not-found', 'not-acceptable'],
    example: { path: '/events/kansas-city-hospital-bomb-plot-2020' },
  },
  {
    id: 'replaceEvent',
    method: 'PUT',
    path: '/events/{slug}',
    summary: 'Replace an event',
    description:
      'What is left out is emptied. Slug, set, version and times cannot be changed; they may be sent back as they were got.',
    parameters: [],
    scope: 'events:write',
    body: { type: 'application/json', schema: replacedEventSchema },
    headers: [ifMatch],
    answer: { status: 200, description: 'The event as it is kept now', schema: wholeEventSchema },
    elseAnswer: proposed,
    problems: [...writeProblems, 'needs-review', ...bodyProblems],
    example: { path: exampleMade, body: exampleEvent, headers: { 'If-Match': '"v1"' } },
  },
  {
    id: 'patchEvent',
    method: 'PATCH',
    path: '/events/{slug}',
    summary: 'Change parts of an event',
    description:
      'A JSON Merge Patch (RFC 7396): members that are given replace those of the event, null takes one away, lists are replaced whole.',
    parameters: [],
    scope: 'events:write',
    body: {
      type: 'application/merge-patch+json',
      schema: z.looseObject({}).describe('Any members of an event'),
    },
    headers: [ifMatch],
    answer: { status: 200, description: 'The event as it is kept now', schema: wholeEventSchema },
    elseAnswer: proposed,
    problems: [...writeProblems, 'needs-review', ...bodyProblems],
    example: {
      path: exampleMade,
      body: { locality: null, tags: ['helpline'] },
      headers: { 'If-Match': '"v2"' },
    },
  },
  {
    id: 'archiveEvent',
    method: 'DELETE',
    path: '/events/{slug}',
    summary: 'Archive an event',
    description: 'Takes it off the public record. It is kept, with its history, and the desk can restore it.',
    parameters: [],
    scope: 'events:write',
    headers: [ifMatch],
    answer: { status: 204, description: 'It is archived' },
    problems: writeProblems,
    example: { path: exampleMade, headers: { 'If-Match': '"v3"' } },
  },
  {
    id: 'counts',
    method: 'GET',
    path: '/counts',
    summary: 'Count events',
    description:
      'How many published events pass the filters: in all, by each filter’s values (counted under all the other filters), and by period.',
    parameters: [...filterParameters, ...countParameters],
    answer: { status: 200, description: 'The counts', schema: countsSchema },
    problems: ['not-acceptable'],
    example: { path: '/counts?pillar=prevent&from=2020-03-01&to=2020-10-31' },
  },
  {
    id: 'places',
    method: 'GET',
    path: '/places',
    summary: 'List places',
    description: 'The tree of places, from the world to the regions of England.',
    parameters: placeParameters,
    answer: { status: 200, description: 'The places', schema: placesSchema },
    problems: ['not-acceptable'],
    example: { path: '/places?within=GB' },
  },
  {
    id: 'vocabulary',
    method: 'GET',
    path: '/vocabulary',
    summary: 'List the vocabulary',
    description: 'Every code of the closed lists, with its label and what it means.',
    parameters: [],
    answer: { status: 200, description: 'The lists by name', schema: vocabularySchema },
    problems: ['not-acceptable'],
    example: { path: '/vocabulary' },
  },
  {
    id: 'changes',
    method: 'GET',
    path: '/changes',
    summary: 'Hear of changes',
    description:
      'Server-sent events: after each write that touches events which pass the filters, an event “change” with data { revision, created, changed }, counted since the stream’s first revision; its id is the revision, so that Last-Event-ID takes up where it was lost.',
    parameters: [...filterParameters, ...changeParameters],
    answer: {
      status: 200,
      description: 'A stream of type text/event-stream',
      otherTypes: ['text/event-stream'],
    },
    problems: [],
    example: { path: '/changes?pillar=prevent' },
  },
  {
    id: 'openApi',
    method: 'GET',
    path: '/openapi.json',
    summary: 'Get this description',
    description: 'The OpenAPI 3.1 document of this API.',
    parameters: [],
    answer: { status: 200, description: 'The document', schema: z.looseObject({ openapi: z.string() }) },
    problems: ['not-acceptable'],
    example: { path: '/openapi.json' },
  },
  ...indicatorOperations,
  ...importOperations,
];

/** What any operation may answer. */
export const everyProblem: readonly ProblemType[] = [
  'bad-query',
  'method-not-allowed',
  'too-many',
  'unavailable',
];
