import { shiftDay, type Day } from './days';

export interface DatePreset {
  label: string;
  from: Day;
  to: Day;
}

/**
 * Ranges that readers ask for by name. The first UK lockdown is the stay-at-home requirement in England as coded by
 * OxCGRT (C6 at level 2 or above): 23 March to 12 May 2020; other nations left it later.
 */
export function datePresets(today: Day): DatePreset[] {
  return [
    { label: 'Last 30 days', from: shiftDay(today, -29), to: today },
    { label: 'This year', from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` },
    { label: 'Year 2020', from: '2020-01-01', to: '2020-12-31' },
    { label: 'First UK lockdown', from: '2020-03-23', to: '2020-05-12' },
  ];
}
