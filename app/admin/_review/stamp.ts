const stamp = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});

/** An instant as Postgres writes it, in London's time, with the zone named. */
export const londonTime = (instant: string): string => `${stamp.format(new Date(instant))} (UK time)`;
