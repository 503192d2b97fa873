import type { SourceSet } from '@/lib/source-sets';
import type { Kind } from './shape';

/** Numbers of the made sets, far from those that the product gives. */
export const setNumbers: Record<Kind, number> = { violence: 100, measures: 101, news: 102 };

const setOf = (key: Kind, title: string): SourceSet => ({
  key,
  number: setNumbers[key],
  title,
  description: 'Made by the bench.',
  attribution: null,
  licence: null,
  url: null,
  reference: false,
});

/** One source set for each kind of made record. */
export const madeSets: readonly SourceSet[] = [
  setOf('violence', 'Made violence'),
  setOf('measures', 'Made measures'),
  setOf('news', 'Made news'),
];
