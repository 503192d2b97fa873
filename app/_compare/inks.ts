/** Side A and side B; which bar is which is said by where it stands too. */
export const A_INK = '#12436D';
export const B_INK = '#C05C17';
