/** Addresses that can answer as known on a past day; whatever else is asked so says that it cannot. */
const KNOWING =
  /^\/(?:timeline(?:\/(?:stretch|tile))?|(?:map|flows)(?:\/files\/[\w.-]+)?|events(?:\/[\w-]+(?:\/cite)?)?|pillars\/\w+|regions\/[\w-]+|briefing(?:\/[\w.-]+)?|assessments(?:\/assessments\.csv)?|export\/[\w.-]+|charts\/[\w.-]+|not-kept)?$/;

/** Whom it does not concern: the desk and accounts are of today, and the API refuses by itself what it does not know. */
const APART =
  /^\/(?:admin|account|sign-in|setup|set-password|forgot-password|no-permission|api|_next)(?:\/|$)/;

/** True where a question about a past day would be answered with the present, as by a page of what is not kept by day. */
export function forgetsThePast({ pathname, searchParams }: Pick<URL, 'pathname' | 'searchParams'>): boolean {
  // A page that asks several questions names each: "a.asOf".
  const asked = [...searchParams.keys()].some((name) => name === 'asOf' || name.endsWith('.asOf'));
  return asked && !KNOWING.test(pathname) && !APART.test(pathname);
}
