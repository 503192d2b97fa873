import type { ReactNode } from 'react';
import type { Group } from '@/lib/event-draft';
import { Section } from './section';

interface Props {
  group: Group;
  /** What one row is called. */
  one: string;
  hint: string;
  count: number;
  /** The most rows that an event takes. */
  most?: number;
  /** What else may fill a row. */
  above?: ReactNode;
  children: (row: number) => ReactNode;
}

const article = (noun: string): string => (/^[aeiou]/i.test(noun) ? 'an' : 'a');

/** A group of which there may be several; rows come and go by plain submit buttons, so it works without scripts. */
export function RepeatingGroup({ group, one, hint, count, most = 20, above, children }: Props) {
  const noun = one.toLowerCase();
  return (
    <Section id={group} hint={hint}>
      {above}
      {Array.from({ length: count }, (_, row) => (
        <fieldset key={row} className="govuk-fieldset pw-row">
          <legend className="pw-row__legend">
            {one} {row + 1}
          </legend>
          {children(row)}
          <button
            type="submit"
            name="intent"
            value={`remove:${group}:${row}`}
            className="govuk-button govuk-button--secondary pw-row__remove"
          >
            Remove<span className="govuk-visually-hidden">{` ${noun} ${row + 1}`}</span>
          </button>
        </fieldset>
      ))}
      {count < most && (
        <button
          type="submit"
          name="intent"
          value={`add:${group}`}
          id={`add-${group}`}
          className="govuk-button govuk-button--secondary pw-last"
        >
          Add {count > 0 ? 'another' : article(noun)} {noun}
        </button>
      )}
    </Section>
  );
}
