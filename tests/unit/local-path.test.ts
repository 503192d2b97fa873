import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localPath } from '@/lib/local-path';

const HERE = 'https://pillarwatch.example';

describe('localPath', () => {
  it('never leads to another site, whatever is asked for', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '/',
        '\\',
        '//',
        '.',
        '..',
        ':',
        '@',
        '?',
        '#',
        '\t',
        '\n',
        ' ',
        'https:',
        'javascript:',
        'evil.example',
        '%2f',
        '%5c',
      ),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = localPath(pieces.join(''), '/admin/events');
        expect(new URL(path, HERE).origin).toBe(HERE);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps the pages of this site', () => {
    for (const path of [
      '/',
      '/admin/events/new',
      '/admin/events?q=a%20b&status=draft',
      '/events/x#sources',
    ]) {
      expect(localPath(path, '/admin/events')).toBe(path);
    }
    expect(localPath(undefined, '/admin/events')).toBe('/admin/events');
    expect(localPath('', '/admin/events')).toBe('/admin/events');
  });
});
