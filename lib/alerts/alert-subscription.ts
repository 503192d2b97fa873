import { z } from 'zod';
import { statuses } from '@/lib/indicators/evaluate';
import { statusWords } from '@/lib/indicators/status-words';
import { personEmail } from '@/lib/user-form';
import type { Term } from '@/lib/vocabulary';

export const alertKinds = ['mail', 'webhook'] as const;

export const alertKindTerms = [
  { code: 'mail', label: 'E-mail', definition: 'To an address: words for a person.' },
  {
    code: 'webhook',
    label: 'Webhook',
    definition: 'To a program of yours: a signed POST request with JSON.',
  },
] as const satisfies readonly Term[];

const when = {
  high: 'Far off its band.',
  raised: 'Off its band.',
  normal: 'Back within its band.',
  unknown: 'There is no telling any more.',
};
/** Which new statuses somebody can be told of, the gravest first. */
export const toldTerms: readonly Term[] = (['high', 'raised', 'normal', 'unknown'] as const).map((code) => ({
  code,
  label: statusWords[code],
  definition: when[code],
}));

/** Addresses of a network of one's own that webhooks may reach; the setting names each. */
type Allowed = readonly string[];

/** Why this address cannot be a webhook's; null where it can. Where its name leads to is looked at when it is called. */
function addressProblem(text: string, allowed: Allowed): string | null {
  if (!URL.canParse(text)) return 'Enter an address like https://alerts.example.org/pillarwatch';
  const { protocol, username, password, hostname } = new URL(text);
  if (username || password) return 'Leave the user and password out: the signature shows who sends';
  if (protocol === 'https:') return null;
  // A name could lead elsewhere tomorrow; an address that an administrator of this server listed cannot.
  if (protocol === 'http:' && allowed.includes(hostname.replaceAll(/^\[|\]$/g, ''))) return null;
  return 'The address must begin with https://';
}

/** Who is told of what. */
export const alertSchema = (allowed: Allowed) =>
  z
    .object({
      kind: z.enum(alertKinds, { error: 'Select how it is sent' }),
      target: z.string().trim().min(1, 'Enter an address').max(500, 'Use 500 characters or fewer'),
      /** None for all. */
      indicators: z.array(z.string().max(60)).max(500),
      statuses: z.array(z.enum(statuses)).min(1, 'Select at least one status'),
    })
    .transform((given, context) => {
      if (given.kind === 'mail') {
        const email = personEmail.safeParse(given.target);
        if (email.success) return { ...given, target: email.data };
        context.addIssue({ code: 'custom', path: ['target'], message: email.error.issues[0]!.message });
        return z.NEVER;
      }
      const problem = addressProblem(given.target, allowed);
      if (problem === null) return { ...given, target: new URL(given.target).href };
      context.addIssue({ code: 'custom', path: ['target'], message: problem });
      return z.NEVER;
    });
export type Alert = z.output<ReturnType<typeof alertSchema>>;
