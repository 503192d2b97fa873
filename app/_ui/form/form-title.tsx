/**
 * The title of a page with a form, with "Error: " before it as long as the form has errors (GOV.UK, error summary). The
 * page's own metadata gives none (`title: null`): it cannot know what became of the form.
 */
export function FormTitle({ page, errors }: { page: string; errors: readonly unknown[] }) {
  return <title>{`${errors.length > 0 ? 'Error: ' : ''}${page} – Pillarwatch`}</title>;
}
