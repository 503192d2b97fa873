import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { env } from '@/lib/env';
import { ApiProblem } from '@/lib/api/problem-types';

const WINDOW_SECONDS = 60;
/** A key is answered for by somebody: it may ask this many times as much as an address. */
const KEY_TIMES = 5;

interface Policy {
  name: 'address' | 'key';
  quota: number;
  limiter: RateLimiterMemory;
}

const policies = new Map<Policy['name'], Policy>();

function policyOf(name: Policy['name']): Policy {
  const quota = env().API_RATE_LIMIT * (name === 'key' ? KEY_TIMES : 1);
  const known = policies.get(name);
  if (known) return known;
  const policy = { name, quota, limiter: new RateLimiterMemory({ points: quota, duration: WINDOW_SECONDS }) };
  policies.set(name, policy);
  return policy;
}

const seconds = (res: RateLimiterRes): number => Math.ceil(res.msBeforeNext / 1000);

/** The fields of draft-ietf-httpapi-ratelimit-headers-10. */
function fields({ name, quota }: Policy, res: RateLimiterRes): Record<string, string> {
  return {
    'RateLimit-Policy': `"${name}";q=${quota};w=${WINDOW_SECONDS}`,
    RateLimit: `"${name}";r=${Math.max(0, res.remainingPoints)};t=${seconds(res)}`,
  };
}

/**
 * Counts a request, by key where there is one and else by address, and returns the fields that say how many are left; none
 * where the setting is 0. Throws ApiProblem where there are too many. Counted by each instance for itself.
 */
export async function countRequest(name: Policy['name'], who: string): Promise<Record<string, string>> {
  if (env().API_RATE_LIMIT === 0) return {};
  const policy = policyOf(name);
  try {
    return fields(policy, await policy.limiter.consume(who));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new ApiProblem(
      'too-many',
      `No more than ${policy.quota} requests a minute: wait ${seconds(error)} seconds.`,
      [],
      {
        ...fields(policy, error),
        'Retry-After': String(seconds(error)),
      },
    );
  }
}
