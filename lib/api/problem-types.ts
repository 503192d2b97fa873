/** What can go wrong, by the last part of a problem's `type` (RFC 9457): the page of the API explains each there. */
export const problemTypes = {
  'bad-query': {
    status: 400,
    title: 'A query that cannot be used',
    means:
      'A parameter is unknown, repeated or has a value that cannot be used; errors names each. Nothing is mended or left out.',
  },
  'bad-body': {
    status: 400,
    title: 'A body that cannot be read',
    means: 'The body is not JSON, or has members that are unknown; errors points to them.',
  },
  'no-key': {
    status: 401,
    title: 'A key is needed',
    means:
      'The request needs a key (to write always; to read where only signed-in people may), or the key is unknown, has expired or was revoked.',
  },
  'not-signed-in': {
    status: 401,
    title: 'Not signed in',
    means: 'The address is for people who are signed in; a program uses the API with a key.',
  },
  'not-allowed': {
    status: 403,
    title: 'Not allowed',
    means:
      'The key lacks the scope, or the person who asks, or who answers for the key, may not do this (any more).',
  },
  'from-elsewhere': {
    status: 403,
    title: 'From another site',
    means: 'The address is for pages of this Pillarwatch alone, and the request comes from somewhere else.',
  },
  'needs-review': {
    status: 403,
    title: 'Somebody else must publish this',
    means:
      'Nobody publishes their own work on this Pillarwatch, and a key acts for the person who answers for it. Send the event with the status in_review; a reviewer will publish it.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    means: 'There is nothing at this address, or it is not public.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'A method that is not offered here',
    means: 'Allow lists the methods of the address.',
  },
  'not-acceptable': {
    status: 406,
    title: 'No such format',
    means: 'Accept names no format in which the answer is offered.',
  },
  conflict: {
    status: 409,
    title: 'In conflict with the record',
    means:
      'What was sent contradicts another event, such as an external identifier that one has already; or an import stands at another step than this one needs.',
  },
  stale: {
    status: 412,
    title: 'Changed meanwhile',
    means: 'The version named by If-Match is not the current one. Get the event again and decide anew.',
  },
  'too-large': {
    status: 413,
    title: 'Too large a body',
    means: 'The body is larger than 256 kilobytes, or the file than 500 megabytes.',
  },
  'unsupported-type': {
    status: 415,
    title: 'A type of body that is not read here',
    means: 'Content-Type must be the one that the route names.',
  },
  invalid: {
    status: 422,
    title: 'Values that cannot be used',
    means:
      'The body can be read, but values in it are missing or wrong; errors points to each. Also: an Idempotency-Key that was used with another body.',
  },
  'precondition-required': {
    status: 428,
    title: 'Name the version',
    means: 'A write must say in If-Match which version it changes.',
  },
  busy: {
    status: 503,
    title: 'Too many files at once',
    means: 'Other files are being read at the moment: try again after as many seconds as Retry-After says.',
  },
  'no-room': {
    status: 507,
    title: 'No room for the file',
    means: 'The file that was sent cannot be kept: nothing was changed.',
  },
  'too-many': {
    status: 429,
    title: 'Too many requests',
    means:
      'Wait as many seconds as Retry-After says. Where it is a stream of changes: end some of those that are open.',
  },
  unavailable: {
    status: 503,
    title: 'Not available at the moment',
    means: 'The record cannot be reached. Nothing is wrong with the request: try again later.',
  },
} as const;

export type ProblemType = keyof typeof problemTypes;

/** One thing that is wrong: a parameter, or a place in the body (RFC 6901), and why. */
export interface ProblemError {
  parameter?: string;
  pointer?: string;
  value?: string;
  detail: string;
}

/** Something that ends a request with a problem. */
export class ApiProblem extends Error {
  constructor(
    readonly type: ProblemType,
    detail: string,
    readonly errors: readonly ProblemError[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }
}
