import { draftFromEvent, emptyDraft, type EventDraft } from './event-draft';
import type { EventInput } from './event';

/** Of a source, what is true of the next event that one reads in it; where in it, and how sure that is, is not. */
const ofThisEvent = { page: '', paragraph: '', footnote: '', quotation: '', credibility: '' };

/** The form for the event that is typed after this one: empty but for the works that were read, and the status. */
export function draftAfter(event: EventInput): EventDraft {
  const { sources, status } = draftFromEvent(event);
  return { ...emptyDraft(), status, sources: sources.map((source) => ({ ...source, ...ofThisEvent })) };
}
