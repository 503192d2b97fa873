import { parseStudy, type StudyQuestion } from './study-question';

/** A question that is asked often, and its address. */
export interface StudyPreset {
  label: string;
  question: StudyQuestion;
}

const preset = (label: string, query: string): StudyPreset => ({
  label,
  question: parseStudy(new URLSearchParams(query)).question,
});

/** Questions of a policy officer that the record can be asked, whatever it answers. */
export const studyPresets: readonly StudyPreset[] = [
  preset(
    'Attacks in the UK after lockdowns end',
    'a.type=lockdown&a.region=GB&b.type=attack&b.region=GB&at=end',
  ),
  preset(
    'Attacks in the UK after lockdowns are imposed',
    'a.type=lockdown&a.region=GB&b.type=attack&b.region=GB',
  ),
  preset(
    'Attacks and plots anywhere, after lockdowns in the UK',
    'a.type=lockdown&a.region=GB&b.type=attack&b.type=plot',
  ),
  preset(
    'Attacks in Europe after lockdowns there, each in its own place',
    'a.type=lockdown&a.region=150&b.type=attack&b.region=150&where=own',
  ),
  preset(
    'Messages and claims after lockdowns in the UK',
    'a.type=lockdown&a.region=GB&b.type=propaganda&weeks=8',
  ),
  preset(
    'Changes in Prevent referrals after lockdowns in the UK',
    'a.type=lockdown&a.region=GB&b.type=referral_change&b.region=GB',
  ),
  preset(
    'Policy and operations anywhere, after attacks',
    'a.type=attack&b.type=operations&b.type=policy&uncertain=middle&weeks=4',
  ),
];
