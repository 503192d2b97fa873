import type { EventDraft } from '@/lib/event-draft';

/** The draft as a browser would send it. */
export function formOf(draft: EventDraft): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(draft) as [
    string,
    string | (string | Record<string, string>)[],
  ][]) {
    if (typeof value === 'string') form.append(name, value);
    else
      for (const [i, row] of value.entries())
        if (typeof row === 'string') form.append(name, row);
        else for (const [key, text] of Object.entries(row)) form.append(`${name}.${i}.${key}`, text);
  }
  return form;
}
