/** What a broken constraint means to the person who typed, and in which field of the event. */
const meanings: Record<string, { field: string; message: string }> = {
  events_span_ordered: {
    field: 'startsOn',
    message: 'The last day must be the same as or after the first day',
  },
  events_reported_is_one_day: {
    field: 'startsOn',
    message: 'A date known only by report must be a single day',
  },
  events_has_pillar: { field: 'pillars', message: 'Select at least one pillar' },
  events_title_length: { field: 'title', message: 'Title must be between 1 and 90 characters' },
  events_coordinates_paired: { field: 'latitude', message: 'Enter both latitude and longitude, or neither' },
  events_coordinates_on_earth: { field: 'latitude', message: 'Latitude or longitude is out of range' },
  events_region_places_code_fk: { field: 'region', message: 'Enter a place from the list' },
  events_origin_places_code_fk: { field: 'origin', message: 'Enter a place from the list' },
  event_sources_article_articles_key_fk: {
    field: 'sources.0.article',
    message: 'Choose an article from the list',
  },
  event_external_ids_unique: {
    field: 'externalIds.0.value',
    message: 'Another event has this external identifier already',
  },
};

/** The field and the words for a write that a named constraint refused; null for any other error, which is unexpected. */
export function constraintProblem(error: unknown): { field: string; message: string } | null {
  const name = (error as { cause?: { constraint_name?: string } } | null)?.cause?.constraint_name;
  return name !== undefined && Object.hasOwn(meanings, name) ? meanings[name]! : null;
}
