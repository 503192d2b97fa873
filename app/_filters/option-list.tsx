'use client';

import { formatCount } from '@/lib/numbers';

export interface Option {
  value: string;
  label: string;
  /** Null where it was not counted. */
  count: number | null;
}

interface Props {
  name: string;
  legend: string;
  options: readonly Option[];
  chosen: readonly string[];
}

/** Checkboxes of one filter, each with its count under all the other filters; nothing to be found is greyed. */
export function OptionList({ name, legend, options, chosen }: Props) {
  return (
    <fieldset className="pw-filter">
      <legend className="pw-filter__legend">{legend}</legend>
      <Options {...{ name, options, chosen }} />
    </fieldset>
  );
}

/** The checkboxes alone. */
export function Options({ name, options, chosen }: Omit<Props, 'legend'>) {
  return options.map((option) => (
    <FilterOption key={option.value} name={name} option={option} checked={chosen.includes(option.value)} />
  ));
}

/** One checkbox with its count. It stays usable at nought: a reader may want to prepare a wider question. */
export function FilterOption({ name, option, checked }: { name: string; option: Option; checked: boolean }) {
  return (
    <label className={option.count === 0 ? 'pw-option pw-option--none' : 'pw-option'}>
      <input
        type="checkbox"
        name={name}
        value={option.value}
        defaultChecked={checked}
        key={String(checked)}
      />
      <span className="pw-option__label">{option.label}</span>
      {option.count !== null && <span className="pw-option__count">{formatCount(option.count)}</span>}
    </label>
  );
}
