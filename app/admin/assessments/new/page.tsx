import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { latestAssessment } from '@/db/assessments';
import { database } from '@/db/client';
import { isDay } from '@/lib/days';
import { findPlace } from '@/lib/places';
import { pillars } from '@/lib/vocabulary';
import { AssessmentForm } from '../../_assessments/assessment-form';
import { assessmentState } from '../../_assessments/assessment-state';

export const metadata: Metadata = { title: null };

/** A new assessment, or one in the place of that of the month, place and pillar in the address. */
export default async function NewAssessmentPage({ searchParams }: PageProps<'/admin/assessments/new'>) {
  await requireUser('assessments.write', '/admin/assessments/new');
  const query = await searchParams;
  const one = (name: string): string => [query[name]].flat()[0] ?? '';
  const month = `${one('month')}-01`;
  const place = findPlace(one('place'))?.code;
  const pillar = pillars.find((code) => code === one('pillar'));
  const stored =
    isDay(month) && place && pillar ? await latestAssessment(database(), { month, place, pillar }) : null;
  return (
    <AssessmentForm
      heading={stored ? 'Replace an assessment' : 'Record an assessment'}
      initial={assessmentState(stored)}
    />
  );
}
