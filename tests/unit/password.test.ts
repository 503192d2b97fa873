import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalPassword, PASSWORD_LENGTH, passwordProblem } from '@/lib/password';

const about = ['Ada Lovelace', 'ada.lovelace@example.test'];
const GUESSED = /easy to guess/;

describe('a password', () => {
  it.each([
    ['three random words', 'kettle lamp orange'],
    ['spaces and digits alone', '83 1 9422 70 5513 6'],
    ['another script', 'тихая река зелёный чайник'],
    ['one word in small letters', 'vkqzjwmxhtpnrgb'],
    [
      'a long phrase',
      'we walked the coast path to the lighthouse and had it to ourselves, for once, in the rain',
    ],
  ])('may be %s', (_what, password) => {
    expect(passwordProblem(password, about)).toBeNull();
  });

  it.each([
    'passwordpassword',
    '123456789012345',
    'qwertyuiopasdfgh',
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'Password123456!',
    'iloveyouiloveyou',
    'pillarwatchpillarwatch',
    'lovelacelovelace',
    'ada.lovelace@example.test',
    'My ada.lovelace@example.test',
  ])('may not be what is guessed first: %s', (password) => {
    expect(passwordProblem(password, about)).toMatch(GUESSED);
  });

  it('needs its length and nothing else of its characters', () => {
    const words = fc.string({ unit: 'grapheme', minLength: PASSWORD_LENGTH.min, maxLength: 40 });
    fc.assert(
      fc.property(words, (password) => {
        expect(passwordProblem(password, about) ?? 'easy to guess').toMatch(GUESSED);
      }),
      { numRuns: 50 },
    );
    expect(passwordProblem('', about)).toBe('Enter a password');
    expect(passwordProblem('kettle lamp or', about)).toMatch('15 characters or more');
    expect(passwordProblem('é'.repeat(PASSWORD_LENGTH.max + 1), about)).toMatch('128 characters or fewer');
  });

  it('is counted in characters, however they are stored', () => {
    const emoji = Array.from('🐙🌊🗺️🧭⚓🐚🦀🏝️🚣🎣🌅🪸').join('');
    expect(passwordProblem(`${emoji}kettle`, about)).toBeNull();
    expect(passwordProblem('🐙'.repeat(8), about)).toMatch('15 characters or more');
  });

  it('is one however the keyboard composes it', () => {
    expect(normalPassword('cafe\u0301 au lait')).toBe(normalPassword('café au lait'));
  });
});
