import type { Permission } from '../permissions';

/** What a key may be given, and what the person who answers for it must be allowed for that. */
export const keyScopes = [
  {
    code: 'drafts:read',
    label: 'Read drafts',
    definition: 'Get events that are not published',
    permission: 'events.edit',
  },
  {
    code: 'events:write',
    label: 'Write drafts',
    definition: 'Add, change and archive events that are not published',
    permission: 'events.edit',
  },
  {
    code: 'events:publish',
    label: 'Publish',
    definition: 'Beside that, publish events, and change and archive published ones',
    permission: 'events.publish',
  },
  {
    code: 'imports:write',
    label: 'Import files',
    definition:
      'Send files of events, check them against the record, bring them in for review and take them back',
    permission: 'imports.run',
  },
] as const satisfies readonly { code: string; label: string; definition: string; permission: Permission }[];

export type KeyScope = (typeof keyScopes)[number]['code'];

/** For how long a key may hold, in days: none holds for ever. */
export const keyLives = [
  { code: '30', label: '30 days' },
  { code: '90', label: '90 days' },
  { code: '365', label: 'One year' },
] as const;
