import { expect, it } from 'vitest';
import { changeWords } from '@/lib/change-words';

it.each([
  [{ created: 0, changed: 0 }, true, null],
  [{ created: 1, changed: 0 }, true, '1 new event matches your filters.'],
  [{ created: 3, changed: 1 }, true, '3 new events and 1 changed event match your filters.'],
  [{ created: 2989, changed: 2 }, false, '2,989 new events and 2 changed events.'],
])('says what has happened: %j', (changes, filtered, words) => {
  expect(changeWords(changes, filtered)).toBe(words);
});
