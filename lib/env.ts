/** Placeholder until the start helper writes it. */
export function env(): { DATABASE_URL: string; MARKING: string; PORT: number; PUBLIC_URL: string; AUTH_SECRET: string; LOG_LEVEL: string } {
  return { DATABASE_URL: process.env.DATABASE_URL ?? '', MARKING: 'OFFICIAL', PORT: 3000, PUBLIC_URL: 'http://localhost:3000', AUTH_SECRET: 'x'.repeat(32), LOG_LEVEL: 'info' };
}
