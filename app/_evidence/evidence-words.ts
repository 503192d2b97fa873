import type { Balance } from '@/lib/evidence/balance';
import { countOf } from '@/lib/numbers';

/** How the balance is to be read. */
export const WEIGHED =
  'Editors judge how an event bears on the question. The balance counts events, each in the period in which it starts; it does not weigh them.';

/** What is linked and not counted, in a sentence; '' where there is nothing. */
export function archivedWords({ archived }: Pick<Balance, 'archived'>): string {
  if (archived === 0) return '';
  return `${countOf(archived, 'linked event')} ${archived === 1 ? 'was' : 'were'} archived since, and ${archived === 1 ? 'is' : 'are'} not counted.`;
}
