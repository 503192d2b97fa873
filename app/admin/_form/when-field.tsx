'use client';

import { useState } from 'react';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { Field } from '@/app/_ui/form/field';
import { parseDateWords } from '@/lib/date-words';
import { formatDay } from '@/lib/days';

/** How the words were understood, said back. */
function understood(text: string): string | null {
  const span = parseDateWords(text);
  if (!span) return null;
  const { startsOn, endsOn, precision } = span;
  if (precision === 'reported') return `known only by report, on or shortly before ${formatDay(endsOn)}`;
  if (startsOn === endsOn) return formatDay(startsOn);
  if (precision === 'day') return `from ${formatDay(startsOn)} to ${formatDay(endsOn)}, both included`;
  return `some time from ${formatDay(startsOn)} to ${formatDay(endsOn)}`;
}

/** One field for the date and how exactly it is known; says back how it was understood, while typing where scripts run. */
export function WhenField({ value, errors }: { value: string; errors: readonly FieldError[] }) {
  const [text, setText] = useState(value);
  const words = understood(text);
  return (
    <Field
      name="when"
      label="When did it happen?"
      hint="As exactly as the source says and no more: 23 March 2020; 23 to 26 March 2020; mid-March 2020; March 2020; first quarter of 2020; 2020. If only a report dates it: by 27 April 2020."
      errors={errors}
    >
      {({ invalid, ...wiring }) => (
        <>
          <input
            {...wiring}
            className={`govuk-input govuk-input--width-20 ${invalid ? 'govuk-input--error' : ''}`}
            name="when"
            type="text"
            autoComplete="off"
            defaultValue={value}
            onChange={(event) => setText(event.target.value)}
          />
          <p className="pw-understood" aria-live="polite">
            {words && `Understood as: ${words}`}
          </p>
        </>
      )}
    </Field>
  );
}
