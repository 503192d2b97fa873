import { eventSchema } from '@/lib/event';
import { cut } from './cells';
import type { Mapping } from './mapping';
import type { Outcome } from './outcome';
import { spellEvent, spellRule, type Jurisdiction, type Spell } from './policy-levels';
import type { SourceRow } from './source-row';

/** A spell as an event that accounts for `rows`; or the reasons why it is none. `raw` is the row that shows it. */
export function spellOutcome(
  spell: Spell,
  place: Jurisdiction,
  mapping: Mapping,
  rows: number[],
  raw: SourceRow,
): Outcome {
  const { id, event } = spellEvent(spell, place, mapping);
  const { sourceTitle, ...defaults } = mapping.defaults;
  const rule = spellRule(spell, place, mapping);
  const externalId = { scheme: defaults.sourceSet, value: id.slice(0, 120) };
  const read = eventSchema.safeParse({
    ...defaults,
    ...(rule?.type && { type: rule.type }),
    ...(rule && rule.pillars.length > 0 && { pillars: rule.pillars }),
    ...(rule?.confidence && { confidence: rule.confidence }),
    ...event,
    title: cut(event.title!, 90),
    latitude: null,
    longitude: null,
    origin: null,
    actors: [],
    measures: [],
    sources: [{ ...defaults, title: sourceTitle, url: defaults.url || null }],
    externalIds: [externalId],
  });
  if (read.success) return { kind: 'event', rows, externalId, event: read.data, raw: raw.cells };
  const problems = read.error.issues.map(({ path, message }) => ({
    column: path.join('.'),
    value: '',
    reason: message,
  }));
  return { kind: 'rejected', row: raw.row, problems, raw: raw.cells };
}
