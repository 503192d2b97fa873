/** Before day 0, after it, and the interval of a mean; words beside say the same. */
export const BEFORE_INK = '#6b6d6e';
export const AFTER_INK = '#12436D';
export const BAND_INK = '#d4dbe6';
