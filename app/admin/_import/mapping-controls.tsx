import { SelectField, TextField } from '@/app/_ui/form/field';
import type { MappingState } from './mapping-state';

/** What every group of the form's fields is given. */
export type Fields = Pick<MappingState, 'draft' | 'errors'> & {
  /** Columns of the file, each with what stands in it first. */
  columns: readonly { code: string; label: string }[];
};

/** A column of the file, or none. */
export function ColumnField({
  name,
  label,
  hint,
  draft,
  errors,
  columns,
}: Fields & { name: string; label: string; hint?: string }) {
  return (
    <SelectField
      name={name}
      label={label}
      hint={hint}
      errors={errors}
      defaultValue={draft[name] ?? ''}
      options={columns}
      empty="None"
    />
  );
}

/** One line of text. */
export function TextOf({
  name,
  label,
  hint,
  draft,
  errors,
}: Fields & { name: string; label: string; hint?: string }) {
  return (
    <TextField
      name={name}
      label={label}
      hint={hint}
      errors={errors}
      defaultValue={draft[name] ?? ''}
      key={draft[name]}
    />
  );
}

/** How a text is made of columns. */
export const BRACES =
  'Columns in braces, like {city}; a part in [square brackets] goes where its column is empty';
