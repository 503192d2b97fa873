import type { Env } from './env';

/** What a setting is about, in the order in which they are shown. */
export const settingGroups = {
  rules: 'Who may read, and who publishes',
  signIn: 'Signing in',
  messages: 'E-mail and webhooks',
  programs: 'Programs',
  server: 'The server',
} as const;

interface SettingTerm {
  group: keyof typeof settingGroups;
  /** What it is, in a sentence. */
  what: string;
  /** True for what nobody is shown, admins included. */
  secret?: true;
}

/** Settings that the serving process knows. The build's own number is none. */
type Name = Exclude<keyof Env, 'BUILD_ID' | 'DATABASE_OWNER_URL'>;

/** Every setting; the type says which is missing here. README.md tells how each is written. */
export const settings: Readonly<Record<Name, SettingTerm>> = {
  READERS: { group: 'rules', what: 'Who may read: everybody (public), or people with an account (signed-in).' },
  FOUR_EYES: { group: 'rules', what: 'On: nobody publishes their own work.' },
  MARKING: { group: 'rules', what: 'The protective marking on every page and picture.' },
  REQUIRE_SECOND_STEP: { group: 'signIn', what: 'Who must have a second step: nobody, admins or everyone.' },
  OIDC_ISSUER: { group: 'signIn', what: 'Whose accounts people sign in with beside those made here (OpenID Connect).' },
  OIDC_CLIENT_ID: { group: 'signIn', what: 'What this place is called there.' },
  OIDC_CLIENT_SECRET: { group: 'signIn', what: 'The secret that goes with it.', secret: true },
  OIDC_NAME: { group: 'signIn', what: 'What the link to that sign-in is called.' },
  OIDC_ADMIT: { group: 'signIn', what: 'Who gets in by it: people who were invited, or everyone, as readers.' },
  OIDC_ROLE_CLAIM: { group: 'signIn', what: 'Which claim says what somebody is.' },
  OIDC_ROLES: { group: 'signIn', what: 'The roles that its values give.' },
  SMTP_URL: { group: 'messages', what: 'The mail server. Without one, admins pass links on themselves.', secret: true },
  MAIL_FROM: { group: 'messages', what: 'From whom mail comes.' },
  WEBHOOK_ADDRESSES: { group: 'messages', what: 'Addresses in your networks that webhooks may reach.' },
  API_RATE_LIMIT: { group: 'programs', what: 'Requests to the API in a minute from one address; a key has five times as many.' },
  API_CORS_ORIGINS: { group: 'programs', what: 'Origins whose pages may read the API from a browser.' },
  PUBLIC_URL: { group: 'server', what: 'The address under which people reach it.' },
  PORT: { group: 'server', what: 'The port on which it serves.' },
  TRUSTED_PROXIES: { group: 'server', what: 'How many proxies of yours stand before it.' },
  DATABASE_URL: { group: 'server', what: 'The database; the start command brings one where none is given.', secret: true },
  AUTH_SECRET: { group: 'server', what: 'Signs sessions; the start command makes one where none is given.', secret: true },
  DATA_DIR: { group: 'server', what: 'The folder for the database and secrets.' },
  LOG_LEVEL: { group: 'server', what: 'How much is logged.' },
}; // prettier-ignore

export interface SettingRow {
  name: string;
  what: string;
  /** What holds now, in words; of a secret only whether there is one. */
  now: string;
  /** False where it holds because nobody set it. */
  given: boolean;
}

function words(value: Env[Name], secret: boolean): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return 'None';
  if (secret) return 'Set, never shown';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** What each setting of a group is now; `given`: the names that the environment has. */
export function settingRows(
  group: keyof typeof settingGroups,
  values: Env,
  given: ReadonlySet<string>,
): SettingRow[] {
  return (Object.keys(settings) as Name[]).flatMap((name) => {
    const { what, secret = false, group: of } = settings[name];
    return of === group ? [{ name, what, now: words(values[name], secret), given: given.has(name) }] : [];
  });
}
