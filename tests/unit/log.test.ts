import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { loggedError } from '@/lib/log';

describe('an error in the log', () => {
  it('says what failed and where, and nothing of what was typed', () => {
    const cause = Object.assign(new Error('duplicate key value'), {
      code: '23505',
      constraint_name: 'users_email_unique',
      detail: 'Key (email)=(ada@example.test) already exists.',
    });
    const typed = ['ada@example.test', 'a secret\nof two lines\n'];
    const error = new DrizzleQueryError('insert into "users" values ($1, $2)', typed, cause);
    expect(error.message).toContain('a secret');
    const logged = loggedError(error);
    const text = JSON.stringify(logged);
    expect(text).not.toMatch(/ada@example|a secret|two lines/);
    expect(logged).toMatchObject({ code: '23505', constraint: 'users_email_unique' });
    expect(text).toContain('insert into');
    expect(text).toContain('log.test.ts');
  });

  it('is told of anything that is thrown', () => {
    expect(loggedError('a secret')).toEqual({ message: 'something that is no error was thrown' });
    expect(loggedError(new Error('simple'))).toMatchObject({ message: 'simple' });
  });
});
