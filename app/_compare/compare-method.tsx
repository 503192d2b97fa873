import { MethodRules } from '@/app/_ui/method-rules';

const rules = [
  'A and B each hold the events that pass their filters, as everywhere here: an event passes where its dates touch those chosen. An event that passes both is in both; how many do is said, because every interval here takes the sides to share none.',
  'Rates count the days of which a silence of the record tells something: the years that hold four in five of its events, up to the last day that one of them names; dates in a filter move these ends. A month is 30.4 days.',
  'The interval of a rate is that of a Poisson count (Garwood, Biometrika 1936; from 500 events on Byar’s approximation of it, right to two in a million). The interval and the p-value of the ratio of rates hold the sum of both counts fixed (Przyborowski and Wilenski, Biometrika 1940; Fay, R Journal 2010). They take events to happen independently; attacks and reports come in clusters, and then the intervals are too narrow.',
  '“Too few to tell” is said where even the most unequal split of so many events could be chance (p of 0.05 or more).',
  'The interval of a difference of shares is the hybrid score interval (Newcombe, Statistics in Medicine 1998, method 10). An event can bear on several pillars, so their shares may add up to more than all.',
  'What the record holds is what its sources tell of: that one place is written about more than another looks like more events.',
];

export const CompareMethod = () => <MethodRules rules={rules} />;
