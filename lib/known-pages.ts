/** Addresses that can answer as known on a past day; whatever else is asked so says that it cannot. */
const KNOWING =
  /^\/(?:timeline(?:\/(?:stretch|tile))?|(?:map|flows|compare)(?:\/files\/[\w.-]+)?|events(?:\/[\w-]+(?:\/cite)?)?|pillars\/\w+|regions\/[\w-]+|briefing(?:\/[\w.-]+)?|assessments(?:\/assessments\.csv)?|export\/[\w.-]+|charts\/[\w.-]+|indicators(?:\/[\w-]+|\/(?:files|evidence)\/[\w-]+(?:\.changes)?\.(?:csv|svg))?|series(?:\/[\w-]+|\/files\/[\w-]+\.(?:csv|svg))?|before-after(?:\/files\/[\w.-]+)?|not-kept)?$/;

/** Whom it does not concern: the desk and accounts are of today, and the API refuses by itself what it does not know. */
const APART =
  /^\/(?:admin|account|sign-in|setup|set-password|forgot-password|no-permission|api|_next)(?:\/|$)/;

/** True where a question about a past day would be answered with the present, as by a page of what is not kept by day. */
export function forgetsThePast({ pathname, searchParams }: Pick<URL, 'pathname' | 'searchParams'>): boolean {
  const names = [...searchParams.keys()];
  // A page that asks several questions of one record takes one day for all: a day for each is an answer to nothing.
  const apart = names.some((name) => name.endsWith('.asOf'));
  const asked = apart || names.includes('asOf');
  return asked && (apart || !KNOWING.test(pathname)) && !APART.test(pathname);
}
