type Instant = string | Date;

const inLondon = (dateStyle: 'medium' | 'long', timeStyle: 'short' | 'medium') => {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle, timeStyle, timeZone: 'Europe/London' });
  return (instant: Instant): string => format.format(new Date(instant));
};

/** "25 Nov 2026, 09:24", for tables: what stands around them names the zone. Instants may be as Postgres writes them. */
export const londonTime = inLondon('medium', 'short');

/** "25 Nov 2026, 09:24:07", where seconds matter. */
export const londonSeconds = inLondon('medium', 'medium');

const long = inLondon('long', 'short');

/** "25 November 2026 at 09:24 (UK time)", for sentences. */
export const londonTimeInFull = (instant: Instant): string => `${long(instant)} (UK time)`;
