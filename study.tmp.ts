import { readSeedEvents } from '@/db/seed/seed-files';
import { indexOf } from '@/tests/setup/index-rows';
import { studyOfIndex } from '@/lib/event-study/study-of-index';
import { studyPresets } from '@/lib/event-study/study-presets';
import { parseStudy } from '@/lib/event-study/study-question';
import * as w from '@/lib/event-study/study-words';
const index = indexOf(readSeedEvents());
const more = process.argv.slice(2).map((q) => ({ label: q, question: parseStudy(new URLSearchParams(q)).question }));
for (const { label, question } of [...studyPresets, ...more]) {
  const f = studyOfIndex(index, question, { anchors: null, outcome: null })!;
  const s = f.study;
  console.log('\n##', label);
  console.log(w.studySentence(s, question));
  console.log(w.datesSentence(s));
  console.log(w.observedSentence(s, f.observed, f.leftOut));
  console.log(w.placeboSentence(s.placebo), s.placebo?.own);
  console.log(JSON.stringify(s.counts));
  console.log(s.variants.map((v) => `${v.weeks}w z${v.zeros} ${v.counts.before.events}:${v.counts.after.events} ${v.ratio ? w.intervalWords(v.ratio) : ''}`).join(' | '));
}
