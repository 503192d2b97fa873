import type { UserRole } from '@/lib/permissions';
import type { Term } from '@/lib/vocabulary';

/** What each role may do, for the people who give it. */
export const userRoleTerms: readonly (Term & { code: UserRole })[] = [
  { code: 'reader', label: 'Reader', definition: 'Reads the dashboard' },
  { code: 'editor', label: 'Editor', definition: 'Adds and changes events and imports files' },
  { code: 'reviewer', label: 'Reviewer', definition: 'Also publishes what others have written' },
  {
    code: 'admin',
    label: 'Admin',
    definition: 'Also manages people, keys and settings, and reads the audit trail',
  },
];
