/** What a new password should be, for its hint. */
export const PASSWORD_HINT =
  '15 characters or more. Three or more random words are easy to remember. Spaces and any characters are fine.';
