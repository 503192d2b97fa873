/** Why an action did nothing, in words: by what `checkUser` answers. */
export const refusalWords = {
  'signed-out': 'Sign in again: your session is over',
  'not-allowed': 'You may not do this',
};
