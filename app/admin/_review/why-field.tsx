import { TextAreaField } from '@/app/_ui/form/field';

/** An answer without a word for the writer, as the summary and the field say it. */
export const whyMissing = { field: 'why', message: 'Say why you return it' };

/** What the writer is told with what is returned to them. */
export function WhyField({ missing }: { missing: boolean }) {
  return (
    <TextAreaField
      name="why"
      label="What is to be changed?"
      hint="To return it: its writer finds your words above the form."
      errors={missing ? [whyMissing] : []}
      defaultValue=""
      rows={2}
    />
  );
}
