/** The least that the API takes as an event. */
export const good = {
  title: 'A helpline opens',
  summary: 'A charity opens a helpline.',
  startsOn: '2020-05-04',
  endsOn: '2020-05-04',
  precision: 'day',
  type: 'policy',
  pillars: ['prevent'],
  place: { code: 'GB' },
  confidence: 'reported',
  sources: [{ title: 'Helpline opens' }],
};

/** The address of an operation. */
export const urlOf = (path: string, slug: string): string =>
  path.replace('{slug}', slug).replace('{id}', '999');
