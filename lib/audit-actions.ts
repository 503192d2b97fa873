/** What the audit trail tells of: the code that is stored, and how it reads. A line is added here, never taken away. */
export const auditActions = {
  'event.create': 'Event added',
  'event.update': 'Event changed',
  'event.archive': 'Event archived',
  'event.restore': 'Event restored',
  'event.bulk': 'Events changed together',
  'event.propose': 'Change proposed',
  'event.return': 'Proposed change returned',
  'event.import': 'Events imported',
  'import.undo': 'Import undone',
  'series.create': 'Series added',
  'series.update': 'Series changed',
  'series.delete': 'Series deleted',
  'indicator.create': 'Indicator added',
  'indicator.update': 'Indicator changed',
  'assessment.record': 'Assessment recorded',
  'evidence.record': 'Evidence recorded',
  'annotation.add': 'Note put on charts',
  'annotation.remove': 'Note taken off charts',
  'export.large': 'More than 1,000 rows exported',
  'sign-in': 'Signed in',
  'sign-in.failed': 'Sign-in failed',
  'sign-in.blocked': 'Sign-in slowed down',
  'sign-out': 'Signed out',
  'user.first-admin': 'First admin made',
  'user.invite': 'Person invited',
  'user.link': 'One-time link made',
  'user.link-mailed': 'One-time link asked for by e-mail',
  'user.role': 'Role changed',
  'user.deactivate': 'Account deactivated',
  'user.reactivate': 'Account reactivated',
  'user.name': 'Name changed',
  'user.password': 'Password changed',
  'user.password-by-link': 'Password set by one-time link',
  'user.second-step-on': 'Second step turned on',
  'user.second-step-off': 'Second step turned off',
  'user.recovery-codes': 'New recovery codes made',
  'key.create': 'API key made',
  'key.revoke': 'API key revoked',
  'session.revoke': 'Signed out elsewhere',
} as const;

export type AuditAction = keyof typeof auditActions;

/** The action's words; the code itself where another version of the product wrote it. */
export function auditActionWords(code: string): string {
  return Object.hasOwn(auditActions, code) ? auditActions[code as AuditAction] : code;
}
