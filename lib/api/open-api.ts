import { z } from 'zod';
import { problemSchema } from './answers';
import type { Parameter } from './parameters';
import { problemTypes, type ProblemType } from './problem-types';
import { pathParameters, type Operation } from './operation';
import { API, everyProblem, operations } from './routes';

type Json = Record<string, unknown>;

/** A schema as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function parameterOf({ name, description, schema, example, repeated }: Parameter): Json {
  const one = schemaOf(schema, 'input');
  return {
    name,
    in: 'query',
    description,
    required: false,
    schema: repeated ? { type: 'array', items: one } : one,
    ...(repeated && { style: 'form', explode: true }),
    ...(example !== undefined && { example: repeated ? [example] : example }),
  };
}

const inPath = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    description: pathParameters[name!]!.description,
    schema: { type: 'string' },
  }));

function problemAnswers(types: readonly ProblemType[]): Json {
  const statuses = [...new Set(types.map((type) => problemTypes[type].status))].sort((a, b) => a - b);
  const named = [...new Set(types)];
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: named
          .filter((type) => problemTypes[type].status === status)
          .map((type) => problemTypes[type].title)
          .join('; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

function answerOf({ description, schema, otherTypes = [] }: Operation['answer']): Json {
  const files = otherTypes.map((type) => [type, { schema: { type: 'string' } }] as const);
  const json = schema && (['application/json', { schema: schemaOf(schema, 'output') }] as const);
  // JSON last: what has its type too does not take its place.
  const content = Object.fromEntries([...files, ...(json ? [json] : [])]);
  return { description, ...(Object.keys(content).length > 0 && { content }) };
}

function operationOf(operation: Operation): Json {
  const {
    id,
    path,
    summary,
    description,
    parameters,
    headers = [],
    body,
    scope,
    problems,
    elseAnswer,
  } = operation;
  return {
    operationId: id,
    summary,
    description,
    parameters: [
      ...inPath(path),
      ...parameters.map(parameterOf),
      ...headers.map((header) => ({ ...header, in: 'header', schema: { type: 'string' } })),
    ],
    ...(body && {
      requestBody: { required: true, content: { [body.type]: { schema: schemaOf(body.schema, 'input') } } },
    }),
    security: scope ? [{ key: [] }] : [{}, { key: [] }],
    ...(scope && { 'x-scope': scope }),
    responses: {
      [operation.answer.status]: answerOf(operation.answer),
      ...(elseAnswer && { [elseAnswer.status]: answerOf(elseAnswer) }),
      ...problemAnswers([...problems, 'no-key', ...everyProblem]),
    },
  };
}

/** The OpenAPI 3.1 document, made from the table of operations. */
export function openApi(publicUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations)
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = operationOf(operation);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Pillarwatch',
      version: '1',
      description: `The record of events, for programs. Explained at ${publicUrl}/data/api.`,
    },
    servers: [{ url: `${publicUrl}${API}` }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A key, as pw_…' } },
    },
  };
}
