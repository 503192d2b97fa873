/** Who may do what: the one table. Checked inside every action, page and handler that needs it. */
export const userRoles = ['reader', 'editor', 'reviewer', 'admin'] as const;
export type UserRole = (typeof userRoles)[number];

const desk = ['editor', 'reviewer', 'admin'] as const;

const allowed = {
  'events.edit': desk,
  'events.publish': ['reviewer', 'admin'],
  'imports.run': desk,
  'series.edit': desk,
  'evidence.link': desk,
  'assessments.write': desk,
  'annotations.write': desk,
  'indicators.manage': ['admin'],
  'alerts.manage': ['admin'],
  'vocabulary.manage': ['admin'],
  'keys.manage': ['admin'],
  'users.manage': ['admin'],
  'settings.manage': ['admin'],
  'audit.read': ['admin'],
} as const satisfies Record<string, readonly UserRole[]>;

export type Permission = keyof typeof allowed;

/** True where the role carries the permission. */
export function may(role: UserRole, permission: Permission): boolean {
  return (allowed[permission] as readonly UserRole[]).includes(role);
}

/**
 * Who may use an address, an action or an operation: everybody; who may read the record (the setting READERS says who);
 * whoever has an account; or whose role carries the permission.
 */
export type Access = 'anyone' | 'reader' | 'signed-in' | Permission;

/**
 * Every page and handler, by its address as Next names it. What stands in app/(explore) is for readers and not listed.
 * tests/http/access.test.ts walks what is on disk with every role and with none, and names what is missing here.
 */
export const routeAccess: Readonly<Record<string, Access>> = {
  '/sign-in': 'anyone',
  '/sign-in/oidc': 'anyone',
  '/sign-in/second-step': 'anyone',
  '/api/auth/callback/oidc': 'anyone',
  '/forgot-password': 'anyone',
  '/set-password/[token]': 'anyone',
  '/setup/[token]': 'anyone',
  '/no-permission': 'anyone',
  '/robots.txt': 'anyone',
  '/health': 'anyone',

  '/charts/[file]': 'reader',
  '/export/[file]': 'reader',
  // Of each download only who asked for it.
  '/export/progress/[id]': 'reader',
  // Each of its operations has a line of its own, below.
  '/api/v1/[[...path]]': 'reader',

  '/account': 'signed-in',
  '/account/password': 'signed-in',
  '/account/second-step': 'signed-in',

  '/admin': 'events.edit',
  '/admin/alerts': 'alerts.manage',
  '/admin/alerts/[id]': 'alerts.manage',
  '/admin/alerts/log': 'alerts.manage',
  '/admin/alerts/new': 'alerts.manage',
  '/admin/annotations': 'annotations.write',
  '/admin/assessments': 'assessments.write',
  '/admin/assessments/new': 'assessments.write',
  '/admin/audit': 'audit.read',
  '/admin/events': 'events.edit',
  '/admin/events/[slug]': 'events.edit',
  '/admin/events/[slug]/history': 'events.edit',
  '/admin/events/[slug]/open': 'events.edit',
  '/admin/events/bulk': 'events.edit',
  '/admin/events/new': 'events.edit',
  '/admin/evidence': 'evidence.link',
  '/admin/evidence/link': 'evidence.link',
  '/admin/import': 'imports.run',
  '/admin/import/[id]': 'imports.run',
  '/admin/import/[id]/progress': 'imports.run',
  '/admin/import/[id]/rejected': 'imports.run',
  '/admin/import/upload': 'imports.run',
  '/admin/import-rules': 'imports.run',
  '/admin/import-rules/[key]': 'imports.run',
  '/admin/indicators': 'indicators.manage',
  '/admin/indicators/[slug]': 'indicators.manage',
  '/admin/indicators/new': 'indicators.manage',
  '/admin/keys': 'keys.manage',
  '/admin/keys/[id]': 'keys.manage',
  '/admin/keys/new': 'keys.manage',
  '/admin/review': 'events.publish',
  '/admin/review/[id]': 'events.publish',
  '/admin/series': 'series.edit',
  '/admin/series/[key]': 'series.edit',
  '/admin/series/new': 'series.edit',
  '/admin/settings': 'settings.manage',
  '/admin/users': 'users.manage',
  '/admin/users/[id]': 'users.manage',
  '/admin/users/invite': 'users.manage',
  '/admin/vocabulary': 'vocabulary.manage',
};

/** Every server action, by its file and its name: it can be called by anybody, from anywhere, with anything. */
export const actionAccess: Readonly<Record<string, Access>> = {
  'app/_auth/sign-out.ts#signOutAction': 'anyone',
  'app/forgot-password/actions.ts#forgotAction': 'anyone',
  'app/set-password/[token]/actions.ts#setPasswordAction': 'anyone',
  'app/setup/[token]/actions.ts#setupAction': 'anyone',
  'app/sign-in/actions.ts#signInAction': 'anyone',
  'app/sign-in/second-step/actions.ts#secondStepAction': 'anyone',

  'app/account/actions.ts#nameAction': 'signed-in',
  'app/account/actions.ts#endSessionAction': 'signed-in',
  'app/account/password/actions.ts#passwordAction': 'signed-in',
  'app/account/second-step/actions.ts#secondStepAction': 'signed-in',

  'app/admin/alerts/actions.ts#saveAlertAction': 'alerts.manage',
  'app/admin/alerts/actions.ts#newSecretAction': 'alerts.manage',
  'app/admin/alerts/actions.ts#switchAlertAction': 'alerts.manage',
  'app/admin/alerts/actions.ts#deleteAlertAction': 'alerts.manage',
  'app/admin/alerts/actions.ts#testAlertAction': 'alerts.manage',
  'app/admin/alerts/actions.ts#retryDeliveryAction': 'alerts.manage',
  'app/admin/annotations/actions.ts#addAnnotationAction': 'annotations.write',
  'app/admin/annotations/actions.ts#removeAnnotationAction': 'annotations.write',
  'app/admin/assessments/actions.ts#saveAssessmentAction': 'assessments.write',
  'app/admin/events/actions.ts#saveEventAction': 'events.edit',
  'app/admin/events/actions.ts#archiveAction': 'events.edit',
  'app/admin/events/bulk/actions.ts#bulkAction': 'events.edit',
  'app/admin/evidence/actions.ts#saveEvidenceAction': 'evidence.link',
  'app/admin/import/actions.ts#saveMappingAction': 'imports.run',
  'app/admin/import/actions.ts#cancelAction': 'imports.run',
  'app/admin/import/actions.ts#restartAction': 'imports.run',
  'app/admin/import/actions.ts#reopenAction': 'imports.run',
  'app/admin/import/actions.ts#allowAction': 'imports.run',
  'app/admin/import/actions.ts#confirmAction': 'imports.run',
  'app/admin/import/actions.ts#undoAction': 'imports.run',
  'app/admin/import/actions.ts#discardAction': 'imports.run',
  'app/admin/import-rules/actions.ts#saveRulesAction': 'vocabulary.manage',
  'app/admin/indicators/actions.ts#previewIndicatorAction': 'indicators.manage',
  'app/admin/indicators/actions.ts#saveIndicatorAction': 'indicators.manage',
  'app/admin/indicators/actions.ts#archiveIndicatorAction': 'indicators.manage',
  'app/admin/keys/actions.ts#createKeyAction': 'keys.manage',
  'app/admin/keys/actions.ts#revokeKeyAction': 'keys.manage',
  'app/admin/review/actions.ts#publishAction': 'events.publish',
  'app/admin/review/actions.ts#returnAction': 'events.publish',
  'app/admin/review/actions.ts#commentAction': 'events.edit',
  'app/admin/review/actions.ts#decideProposalAction': 'events.publish',
  'app/admin/series/actions.ts#saveSeriesAction': 'series.edit',
  'app/admin/series/actions.ts#deleteSeriesAction': 'series.edit',
  'app/admin/users/actions.ts#inviteAction': 'users.manage',
  'app/admin/users/actions.ts#userAction': 'users.manage',
};

/** Every operation of the API, by its name in lib/api/routes.ts; beside the role it takes a key with its scope. */
export const operationAccess: Readonly<Record<string, Access>> = {
  listEvents: 'reader',
  getEvent: 'reader',
  counts: 'reader',
  places: 'reader',
  vocabulary: 'reader',
  changes: 'reader',
  openApi: 'reader',
  listIndicators: 'reader',
  getIndicator: 'reader',
  createEvent: 'events.edit',
  replaceEvent: 'events.edit',
  patchEvent: 'events.edit',
  archiveEvent: 'events.edit',
  listImports: 'imports.run',
  sendImport: 'imports.run',
  getImport: 'imports.run',
  checkImport: 'imports.run',
  importedEvents: 'imports.run',
  rejectedRows: 'imports.run',
  applyImport: 'imports.run',
  cancelImport: 'imports.run',
  undoImport: 'imports.run',
  discardImport: 'imports.run',
};

/** True where an address fits the pattern, and how many of its parts are named in it. */
function fitOf(parts: readonly string[], pattern: string): number | null {
  const wanted = pattern.split('/');
  const open = wanted.at(-1)!.startsWith('[[...');
  if (open ? parts.length < wanted.length - 1 : parts.length !== wanted.length) return null;
  const fixed = open ? wanted.slice(0, -1) : wanted;
  return fixed.every((part, i) => part.startsWith('[') || part === parts[i])
    ? fixed.filter((part) => !part.startsWith('[')).length
    : null;
}

/** Who may use an address. Whatever is not listed is the readers', and so closed where only who signs in may read. */
export function accessTo(pathname: string): Access {
  const parts = pathname.split('/');
  let best: { access: Access; fit: number } = { access: 'reader', fit: -1 };
  for (const [pattern, access] of Object.entries(routeAccess)) {
    const fit = fitOf(parts, pattern);
    if (fit !== null && fit > best.fit) best = { access, fit };
  }
  return best.access;
}
