/** What the audit trail tells of: the code that is stored, and how it reads. A line is added here, never taken away. */
export const auditActions = {
  'event.create': 'Event added',
  'event.update': 'Event changed',
  'event.archive': 'Event archived',
  'event.restore': 'Event restored',
  'event.import': 'Events imported',
  'export.large': 'More than 1,000 rows exported',
  'sign-in': 'Signed in',
  'sign-in.failed': 'Sign-in failed',
  'sign-in.blocked': 'Sign-in slowed down',
  'sign-out': 'Signed out',
  'user.first-admin': 'First admin made',
} as const;

export type AuditAction = keyof typeof auditActions;

/** The action's words; the code itself where another version of the product wrote it. */
export function auditActionWords(code: string): string {
  return Object.hasOwn(auditActions, code) ? auditActions[code as AuditAction] : code;
}
