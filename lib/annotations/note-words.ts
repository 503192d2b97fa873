import { placeName } from '@/lib/places';
import type { EditorNote } from '@/lib/timeline-pins';
import { labelOf, pillarTerms } from '@/lib/vocabulary';
import { daysInWords, type Annotation } from './annotation';

/** A note in one line: "23 March 2020, England: first stay-at-home order". */
export function noteWords(annotation: Annotation): string {
  const { place, pillar, text } = annotation;
  const of = [
    daysInWords(annotation),
    place && placeName(place),
    pillar && labelOf(pillarTerms, pillar),
  ].filter(Boolean);
  return `${of.join(', ')}: ${text}`;
}

/** Notes as the timeline takes them, numbered in the order given, which is that of their days. */
export const editorNotes = (annotations: readonly Annotation[]): EditorNote[] =>
  annotations.map((annotation, i) => ({
    number: i + 1,
    startsOn: annotation.startsOn,
    endsOn: annotation.endsOn,
    words: noteWords(annotation),
  }));
