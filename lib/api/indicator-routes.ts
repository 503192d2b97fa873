import { indicatorListSchema, indicatorSchema } from './indicator-answers';
import type { Operation } from './operation';

/** Indicators are read alone: an admin makes them at the desk, where their past is shown before they are kept. */
export const indicatorOperations: readonly Operation[] = [
  {
    id: 'listIndicators',
    method: 'GET',
    path: '/indicators',
    summary: 'List indicators',
    description: 'Every question that is watched, with what it says of its last whole period.',
    parameters: [],
    answer: { status: 200, description: 'The indicators', schema: indicatorListSchema },
    problems: ['not-acceptable'],
    example: { path: '/indicators' },
  },
  {
    id: 'getIndicator',
    method: 'GET',
    path: '/indicators/{slug}',
    summary: 'Get an indicator',
    description:
      'One with its readings, the history of its status, and the events that bear on its question.',
    parameters: [],
    answer: { status: 200, description: 'The indicator', schema: indicatorSchema },
    problems: ['not-found', 'not-acceptable'],
    example: { path: '/indicators/prevent-referrals' },
  },
];
