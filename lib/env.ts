import { z } from 'zod';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const PORTS = 'must be a whole number from 1 to 65535';

/** Settings, from the environment alone; this is its only reader. */
const envSchema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must be an address like postgresql://user:password@host:5432/name'),
  /** Of the start command alone: who migrates, where the app's own user may do less. */
  DATABASE_OWNER_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must be an address like postgresql://owner:password@host:5432/name')
    .optional(),
  PORT: z.coerce.number({ error: PORTS }).int(PORTS).min(1, PORTS).max(65_535, PORTS).default(3000),
  PUBLIC_URL: z.url('must be the address under which people reach Pillarwatch').optional(),
  AUTH_SECRET: z.string().min(32, 'must be at least 32 characters'),
  LOG_LEVEL: z.enum(LEVELS, { error: `must be one of ${LEVELS.join(', ')}` }).default('info'),
  MARKING: z.string().max(80, 'must be 80 characters or fewer').default('OFFICIAL'),
  DATA_DIR: z.string().default('.data'),
  /** Proxies of yours between people and the app: how many addresses at the end of X-Forwarded-For are theirs. */
  TRUSTED_PROXIES: z.coerce
    .number({ error: 'must be a whole number from 0 to 9' })
    .int('must be a whole number from 0 to 9')
    .min(0, 'must be a whole number from 0 to 9')
    .max(9, 'must be a whole number from 0 to 9')
    .default(0),
  /** Where e-mail is sent from, and by what server; without one, admins pass links on themselves. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must be an address like smtp://user:password@mail.example.org:587')
    .optional(),
  MAIL_FROM: z
    .string()
    .max(200, 'must be 200 characters or fewer')
    .default('Pillarwatch <pillarwatch@localhost>'),
  /** Addresses in networks of yours that webhooks may reach, each by itself; what is private is refused otherwise. */
  WEBHOOK_ADDRESSES: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .pipe(z.array(z.union([z.ipv4(), z.ipv6()], { error: 'must be like 10.1.2.3,10.1.2.4' })))
    .default([]),
  /** Who must have a second step to use what their role allows. */
  REQUIRE_SECOND_STEP: z
    .enum(['nobody', 'admins', 'everyone'], { error: 'must be nobody, admins or everyone' })
    .default('nobody'),
  /** OpenID Connect: the organisation's own sign-in. The first three go together. */
  OIDC_ISSUER: z
    .url('must be the address of the issuer, like https://login.microsoftonline.com/TENANT/v2.0')
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, 'must be 60 characters or fewer').default('your organisation’s account'),
  /** Who gets in by it: people who were invited, or everyone whom the issuer lets in, as readers. */
  OIDC_ADMIT: z.enum(['invited', 'everyone'], { error: 'must be invited or everyone' }).default('invited'),
  /** The claim that says what somebody is, and the roles that its values give: Desk=editor, Leads=reviewer. */
  OIDC_ROLE_CLAIM: z.string().default('roles'),
  OIDC_ROLES: z
    .string()
    .regex(
      /^[^=,]+=(?:reader|editor|reviewer|admin)(?:,[^=,]+=(?:reader|editor|reviewer|admin))*$/,
      'must be like Desk=editor,Leads=reviewer',
    )
    .optional(),
  /** Requests to the API that an address may make in a minute, a key five times as many; 0 for no limit. */
  API_RATE_LIMIT: z.coerce
    .number({ error: 'must be a whole number from 0 to 1000000' })
    .int('must be a whole number from 0 to 1000000')
    .min(0, 'must be a whole number from 0 to 1000000')
    .max(1_000_000, 'must be a whole number from 0 to 1000000')
    .default(600),
  /** Origins whose pages may read the API from a browser, joined by commas. */
  API_CORS_ORIGINS: z
    .string()
    .regex(
      /^https?:\/\/[^\s,/]+(?:,https?:\/\/[^\s,/]+)*$/,
      'must be like https://charts.example.org,https://maps.example.org',
    )
    .transform((text) => text.split(','))
    .default([]),
  /** Who may read: everybody who reaches the address, or people with an account alone. */
  READERS: z.enum(['public', 'signed-in'], { error: 'must be public or signed-in' }).default('public'),
  /** Whether nobody publishes their own work. */
  FOUR_EYES: z.enum(['on', 'off'], { error: 'must be on or off' }).default('off'),
  /** Set by the server of a production build. */
  BUILD_ID: z.string().optional(),
});

/** What the start command needs: it brings the database and the secret itself where they are not set. */
const startSchema = envSchema.partial({ DATABASE_URL: true, AUTH_SECRET: true });

export type Env = z.output<typeof envSchema> & { PUBLIC_URL: string };

/** A setting that cannot be used: the message names the variable and what it must be, in one sentence. */
export class EnvProblem extends Error {}

function read<T extends z.ZodObject>(schema: T): z.output<T> {
  // An empty variable is one that is not set.
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  const name = String(issue.path[0]);
  throw new EnvProblem(`The setting ${name} ${given[name] === undefined ? 'is missing' : issue.message}.`);
}

const withAddress = <T extends { PORT: number; PUBLIC_URL?: string }>(settings: T) => ({
  ...settings,
  PUBLIC_URL: (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/$/, ''),
});

let parsed: Env | undefined;

/** The app's settings, parsed at the first call. Throws EnvProblem where one is missing or wrong. */
export function env(): Env {
  return (parsed ??= withAddress(read(envSchema)));
}

/** The names of the settings that the environment has; an empty variable is one that is not set. */
export function givenSettings(): Set<string> {
  return new Set(Object.keys(envSchema.shape).filter((name) => process.env[name]));
}

/** The start command's settings, where the database and the secret may still be missing. */
export function startEnv() {
  return withAddress(read(startSchema));
}

/** How much is logged; known even where other settings are wrong, so that this can be logged. */
export function logLevel(): string {
  const level = envSchema.shape.LOG_LEVEL.safeParse(process.env.LOG_LEVEL || undefined);
  return level.success ? level.data : 'info';
}
