import { ruleBookSchema, type Mapping, type RuleBook } from './mapping';
import {
  fieldOfPath,
  listOf,
  rulesDraft,
  rulesOf,
  unreached,
  type Draft,
  type DraftError,
} from './rules-form';

/** The rules of a format as they stand in their form. */
export const bookDraft = ({ rules, otherwise }: RuleBook): Draft => ({
  ...rulesDraft(rules),
  'otherwise.type': otherwise.type,
  'otherwise.pillars': otherwise.pillars.join(' '),
  'otherwise.confidence': otherwise.confidence,
});

/** The rules that a form says; or every reason why it says none. */
export function bookFromDraft(draft: Draft): { book: RuleBook } | { errors: DraftError[] } {
  const errors: DraftError[] = [];
  const parsed = ruleBookSchema.safeParse({
    rules: rulesOf(draft, errors),
    otherwise: {
      type: draft['otherwise.type'],
      pillars: listOf(draft['otherwise.pillars'], / /),
      confidence: draft['otherwise.confidence'],
    },
  });
  errors.push(...unreached(draft));
  for (const { path, message } of parsed.error?.issues ?? [])
    errors.push({
      field: fieldOfPath(draft, path),
      message: path[0] === 'otherwise' && path[1] === 'pillars' ? 'Select at least one pillar' : message,
    });
  return parsed.success && errors.length === 0 ? { book: parsed.data } : { errors };
}

/** What a mapping says of a row's type and pillars. */
export const bookOf = ({ rules, defaults: { type, pillars, confidence } }: Mapping): RuleBook => ({
  rules,
  otherwise: { type, pillars, confidence },
});

/** True where both make the same of every row. */
export const sameBook = (a: RuleBook, b: RuleBook): boolean =>
  JSON.stringify(ruleBookSchema.parse(a)) === JSON.stringify(ruleBookSchema.parse(b));
