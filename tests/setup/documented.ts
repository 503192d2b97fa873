import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import type { Operation } from '@/lib/api/operation';

type Json = Record<string, unknown>;

/** What the tests read of the OpenAPI document. */
export interface ApiDocument {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: Json }> }> }>
  >;
  components: Json;
}

const ajv = addFormats(new Ajv2020({ strict: false }));

/** Holds an answer against the document: a status that it names, and a body of the schema that it gives. */
export async function expectAnswer(
  document: ApiDocument,
  operation: Operation,
  answer: Response,
): Promise<unknown> {
  expect(answer.status).toBeLessThan(500);
  const stream = answer.headers.get('Content-Type') === 'text/event-stream';
  // A stream has no end.
  if (stream) await answer.body!.cancel();
  const text = stream ? '' : await answer.text();
  const { responses } = document.paths[operation.path]![operation.method.toLowerCase()]!;
  if (answer.status === 304) return null;
  const named = responses[String(answer.status)];
  expect(named, `${operation.id} ${answer.status} ${text}`).toBeDefined();
  const type = answer.headers.get('Content-Type')?.split(';')[0] ?? '';
  if (!type.endsWith('json') || answer.status === 204) return text;
  const body = JSON.parse(text) as unknown;
  const schema = named!.content![type]!.schema;
  const validate = ajv.compile({ ...schema, components: document.components });
  expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
  if (answer.status >= 400) {
    expect(type).toBe('application/problem+json');
    expect(body).toMatchObject({
      status: answer.status,
      type: expect.stringMatching(/\/data\/api#problem-/) as string,
    });
  }
  return body;
}
