import { MethodRules } from '@/app/_ui/method-rules';

/** The rules of a study, for those who must defend its answer. */
const rules = [
  'Day 0 is the first day of each event that the first filter finds, or the day after its last. Events whose day is not known are left out, unless the question takes the middle of their dates. Events of one day (and one place, where places are kept apart) are one day 0.',
  'A day counts once at most: a day that is after one day 0 and before another is on neither side, and so is a day within the weeks left out. So the two counts share no event, which the exact test needs.',
  'The record is taken as whole in the years that hold four in five of its events, up to the last day that one of them names; dates in the second filter move these ends. Windows are cut there, and a day 0 with less than half a window is left out.',
  'An event dated to a span counts on the side that holds more than half of its days, so that counts stay whole numbers; its shares, and the counts at which the dates would leave the answer furthest from what it is, stand beside. An event of several known days counts on its first. Events known only by the day of a report are left out, unless the second filter asks for them by “Date known”.',
  'The interval and the p-value of the ratio of rates hold the sum of both counts fixed (Przyborowski and Wilenski, Biometrika 1940; Fay, R Journal 2010). They take events to happen independently of each other; attacks and reports come in clusters, and then the interval is too narrow. The check at other dates does not rest on that.',
  '“Too few to tell” is said where even the most unequal split of so many events could be chance (p of 0.05 or more).',
  'The band of a weekly mean is that of a Poisson count (Garwood, Biometrika 1936; from 500 events on Byar’s approximation of it, right to two in a million).',
  'What the record holds is what its sources tell of: a silence of theirs looks like a calm.',
];

export const StudyMethod = () => <MethodRules rules={rules} />;
