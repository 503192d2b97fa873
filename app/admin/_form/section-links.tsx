/** The sections of the form, in its order: id and name. */
export const sections = {
  what: 'What happened',
  when: 'When',
  where: 'Where',
  actors: 'Actors',
  measures: 'Measures',
  sources: 'Sources',
  filing: 'How sure, and how it is filed',
  externalIds: 'External identifiers',
  publication: 'Publication',
} as const;

export type SectionId = keyof typeof sections;
export const sectionId = (id: SectionId): string => `section-${id}`;

/** Where one is in a long form; beside it where there is room. */
export function SectionLinks() {
  return (
    <nav className="pw-section-links" aria-label="Sections of this form">
      <ul className="govuk-list">
        {(Object.keys(sections) as SectionId[]).map((id) => (
          <li key={id}>
            <a className="govuk-link govuk-link--no-visited-state" href={`#${sectionId(id)}`}>
              {sections[id]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
