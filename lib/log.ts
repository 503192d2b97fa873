import pino from 'pino';
import { logLevel } from './env';

/** The statement of a failed query may be logged; what was typed, which drizzle puts after it, may not. */
const withoutParameters = (text: string | undefined): string | undefined =>
  text?.replaceAll(/\nparams: .*?(?=\n {4}at |$)/gs, '');

interface Failure {
  name?: string;
  message?: string;
  stack?: string;
  code?: string;
  digest?: string;
  constraint_name?: string;
  cause?: unknown;
}

/** An error as the log holds it: what failed and where, without the values (of its cause the code and constraint alone). */
export function loggedError(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'something that is no error was thrown' };
  const { name, message, stack, code, digest, cause } = error as Failure;
  const { code: causeCode, constraint_name: constraint } = (cause ?? {}) as Failure;
  return {
    type: name,
    message: withoutParameters(message),
    stack: withoutParameters(stack),
    code: code ?? causeCode,
    constraint,
    digest,
  };
}

/** The product's log: one JSON line an entry, on standard output. Never a password, a token or a typed value. */
export const log = pino({
  name: 'pillarwatch',
  level: logLevel(),
  redact: ['*.password', '*.token', '*.secret'],
  serializers: { err: loggedError },
});
