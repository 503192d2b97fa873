import { londonTime } from '@/lib/london-time';
import type { OpenForm } from '@/lib/open-forms';

/** Who has an event's form open, in a table whose caption names the zone. */
export function OpenBy({ forms = [] }: { forms: readonly OpenForm[] | undefined }) {
  if (forms.length === 0) return null;
  const each = forms.map(({ name, since }) => `${name} since ${londonTime(since)}`);
  return <p className="pw-open-by">Open now: {each.join(', ')}</p>;
}
