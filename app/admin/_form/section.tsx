import type { ReactNode } from 'react';
import { sectionId, sections, type SectionId } from './section-links';

/** One section of the form: a fieldset named for screen readers, to which the links beside the form lead. */
export function Section({ id, hint, children }: { id: SectionId; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="govuk-fieldset pw-section" id={sectionId(id)}>
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{sections[id]}</legend>
      {hint && <p className="govuk-hint">{hint}</p>}
      {children}
    </fieldset>
  );
}
