/** Something that went wrong in a way we know: its message is one sentence for the person at the terminal. */
export class StartProblem extends Error {}
