import pino from 'pino';
import { logLevel } from './env';

/** The product's log: one JSON line an entry, on standard output. Never a password, a token or a typed value. */
export const log = pino({
  name: 'pillarwatch',
  level: logLevel(),
  redact: ['*.password', '*.token', '*.secret'],
});
