import { z } from 'zod';
import { verdicts } from '../import/import-counts';
import {
  applyBodySchema,
  checkBodySchema,
  findingsSchema,
  importListSchema,
  importSchema,
  rejectedSchema,
} from './import-answers';
import type { Operation } from './operation';
import type { Parameter } from './parameters';
import type { ProblemType } from './problem-types';

const scope = 'imports:write';
const keyProblems = ['no-key', 'not-allowed'] as const;
const onOne: readonly ProblemType[] = [...keyProblems, 'not-found'];
const step: readonly ProblemType[] = [...onOne, 'conflict'];
const body = ['bad-body', 'too-large', 'unsupported-type', 'invalid'] as const;
const begun = {
  status: 202,
  description: 'It has begun: get the import to follow it',
  schema: importSchema,
};

const paging: readonly Parameter[] = [
  {
    name: 'limit',
    description: 'Rows in an answer',
    schema: z
      .string()
      .regex(/^\d{1,3}$/, 'Give a whole number from 1 to 500')
      .transform(Number)
      .pipe(z.int().min(1, 'Give 1 or more').max(500, 'Give 500 or fewer'))
      .default(50),
    example: '20',
  },
  {
    name: 'cursor',
    description: 'Where the page begins: page.next of the answer before',
    schema: z
      .string()
      .regex(/^\d{1,9}$/, 'Give page.next of the answer before')
      .transform(Number),
  },
];

/** Files of events, in the steps of the desk's import: send, check, apply; and back again. */
export const importOperations: readonly Operation[] = [
  {
    id: 'listImports',
    method: 'GET',
    path: '/imports',
    summary: 'List imports',
    description: 'Files that were sent, newest first.',
    parameters: paging,
    scope,
    answer: { status: 200, description: 'A page of imports', schema: importListSchema },
    problems: [...keyProblems, 'not-acceptable'],
    example: { path: '/imports?limit=20' },
  },
  {
    id: 'sendImport',
    method: 'POST',
    path: '/imports',
    summary: 'Send a file of events',
    description:
      'The file is the body, as it is, up to 500 MB with its Content-Length: CSV, XLSX, JSON, NDJSON or GeoJSON, told by what it holds. Nothing is written yet. Sending one twice does no harm: what is in the record already is found identical.',
    parameters: [
      {
        name: 'name',
        description: 'What people see as the name of the file',
        schema: z.string().min(1).max(200).default('file'),
        example: 'acled.csv',
      },
    ],
    scope,
    body: { type: 'application/octet-stream', schema: z.any().describe('The file') },
    answer: {
      status: 201,
      description: 'The import, its address in Location: how the file would be read, and what cannot be told',
      schema: importSchema,
    },
    problems: [...keyProblems, 'bad-body', 'too-large', 'invalid'],
    example: { path: '/imports?name=acled.csv', file: 'acled.csv' },
  },
  {
    id: 'getImport',
    method: 'GET',
    path: '/imports/{id}',
    summary: 'Get an import',
    description: 'Where it stands, how far it is, and what the check found.',
    parameters: [],
    scope,
    answer: { status: 200, description: 'The import', schema: importSchema },
    problems: [...onOne, 'not-acceptable'],
    example: { path: '/imports/1' },
  },
  {
    id: 'checkImport',
    method: 'POST',
    path: '/imports/{id}/check',
    summary: 'Check an import',
    description:
      'Reads the whole file by its mapping and compares it with the record; writes nothing. The mapping is kept for the next file of this shape. A checked import may be checked again.',
    parameters: [],
    scope,
    body: { type: 'application/json', schema: checkBodySchema },
    answer: begun,
    problems: [...step, ...body],
    example: { path: '/imports/1/check', body: {} },
  },
  {
    id: 'importedEvents',
    method: 'GET',
    path: '/imports/{id}/events',
    summary: 'List what a check found',
    description: 'Events of one verdict, in the order of the file.',
    parameters: [
      {
        name: 'verdict',
        description: 'Which; those that are held as likely duplicates where it is missing',
        schema: z.enum(verdicts, { error: `Give one of ${verdicts.join(', ')}` }).default('duplicate'),
        example: 'new',
      },
      ...paging,
    ],
    scope,
    answer: { status: 200, description: 'A page of events', schema: findingsSchema },
    problems: [...onOne, 'not-acceptable'],
    example: { path: '/imports/1/events?verdict=duplicate' },
  },
  {
    id: 'rejectedRows',
    method: 'GET',
    path: '/imports/{id}/rejected',
    summary: 'List rejected rows',
    description:
      'Each with column, value and reason. As text/csv, by Accept or as /imports/{id}/rejected.csv, all of them with the columns of the file, to be corrected and sent again.',
    parameters: paging,
    scope,
    answer: {
      status: 200,
      description: 'A page of rows',
      schema: rejectedSchema,
      otherTypes: ['text/csv'],
    },
    problems: [...onOne, 'not-acceptable'],
    example: { path: '/imports/1/rejected' },
  },
  {
    id: 'applyImport',
    method: 'POST',
    path: '/imports/{id}/apply',
    summary: 'Write an import',
    description:
      'Writes what was checked, as one transaction. To publish, or to change what is published, the key needs events:publish too, and nobody publishes their own file where four eyes are asked for.',
    parameters: [],
    scope,
    body: { type: 'application/json', schema: applyBodySchema },
    answer: begun,
    problems: [...step, 'needs-review', ...body],
    example: { path: '/imports/1/apply', body: { status: 'in_review', allow: 'none' } },
  },
  {
    id: 'cancelImport',
    method: 'POST',
    path: '/imports/{id}/cancel',
    summary: 'Stop an import',
    description: 'Stops what runs: what it was writing is rolled back.',
    parameters: [],
    scope,
    answer: { ...begun, description: 'It is being stopped' },
    problems: step,
    example: { path: '/imports/1/cancel' },
  },
  {
    id: 'undoImport',
    method: 'POST',
    path: '/imports/{id}/undo',
    summary: 'Take an import back',
    description:
      'Archives what it added and puts back what it changed; what people have edited since stays. Where that touches what is published, the key needs events:publish too.',
    parameters: [],
    scope,
    answer: begun,
    problems: step,
    example: { path: '/imports/1/undo' },
  },
  {
    id: 'discardImport',
    method: 'DELETE',
    path: '/imports/{id}',
    summary: 'Discard a file',
    description: 'Forgets a file that was not written.',
    parameters: [],
    scope,
    answer: { status: 204, description: 'It is forgotten' },
    problems: step,
    example: { path: '/imports/1' },
  },
];
