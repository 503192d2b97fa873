import fc from 'fast-check';

/**
 * The properties try the same inputs in every run, so that a run that fails does so for what was changed. New inputs are
 * hunted for apart, by `FC_SEED=random npm run test:unit`; what that finds becomes an example of its own. With a number,
 * FC_SEED repeats the run that printed it.
 */
const seed = process.env.FC_SEED ?? '20201028';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
