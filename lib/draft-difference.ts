import { fieldNames, type EventDraft } from './event-draft';
import {
  confidenceTerms,
  labelOf,
  measureTerms,
  pillarTerms,
  roleTerms,
  statusTerms,
  typeTerms,
  type Term,
} from './vocabulary';

/** One field that differs between what a person typed and what somebody else saved. */
export interface Difference {
  /** The id of its control. */
  field: string;
  name: string;
  mine: string;
  theirs: string;
}

/** The lists whose codes people know by their labels. */
const termsOf: Record<string, readonly Term[]> = {
  type: typeTerms,
  pillars: pillarTerms,
  confidence: confidenceTerms,
  status: statusTerms,
  role: roleTerms,
  measure: measureTerms,
};

const wordsOf = (key: string, value: string): string => labelOf(termsOf[key] ?? [], value.trim());

function inWords(key: keyof EventDraft, value: EventDraft[keyof EventDraft]): string {
  if (typeof value === 'string') return wordsOf(key, value);
  const lines = value.map((item) =>
    typeof item === 'string'
      ? wordsOf(key, item)
      : Object.entries(item)
          .filter(([, text]) => text !== '')
          .map(([column, text]) => wordsOf(column, text))
          .join(', '),
  );
  return lines.join('\n');
}

/** The control to go to for a field: the first row's, or the button that adds one, for fields of several rows. */
function controlOf(key: keyof EventDraft, draft: EventDraft): string {
  const [first] = draft[key];
  if (typeof first !== 'object') return Array.isArray(draft[key]) && key !== 'pillars' ? `add-${key}` : key;
  return `${key}.0.${Object.keys(first)[0]}`;
}

/** Field by field, what differs; in the order of the form. */
export function draftDifferences(mine: EventDraft, theirs: EventDraft): Difference[] {
  return (Object.keys(fieldNames) as (keyof EventDraft)[]).flatMap((key) => {
    const [a, b] = [inWords(key, mine[key]), inWords(key, theirs[key])];
    return a === b ? [] : [{ field: controlOf(key, mine), name: fieldNames[key], mine: a, theirs: b }];
  });
}
