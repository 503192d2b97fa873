/** `npm run seed:check`: everything that must hold of the coded corpus, with its counts and the readers' agreement. */
import { eventTypes, pillars } from '@/lib/vocabulary';
import { articlesMissing } from './article-text';
import { corpusKeys } from './articles';
import { problemsAgainst, seedProblems, unusedFootnotes } from './checks';
import { readUnits, reliabilityTable } from './reliability';
import { readSeedFiles, readSeedJson } from './seed-files';

const files = readSeedFiles();
const { problems, events } = seedProblems(files);
if (articlesMissing === null)
  problems.push(
    ...problemsAgainst(corpusKeys, events, unusedFootnotes.parse(readSeedJson('footnotes.json'))),
  );
else console.log(`Skipped: locators, copied words and footnotes, since ${articlesMissing}.\n`);

const line = (name: string, count: number): void =>
  console.log(`  ${name.padEnd(28)}${String(count).padStart(5)}`);
const corpus = events.filter((event) => event.sourceSet === 'corpus');

console.log('Events by the article that they are told in (an event told in two counts in each):');
for (const key of corpusKeys)
  line(key, corpus.filter(({ sources }) => sources.some(({ article }) => article === key)).length);
console.log('Events by type:');
for (const type of eventTypes) line(type, corpus.filter((event) => event.type === type).length);
console.log('Events by pillar (an event with two counts in each):');
for (const pillar of pillars) line(pillar, corpus.filter((event) => event.pillars.includes(pillar)).length);
console.log('Events by source set:');
for (const set of new Set(events.map((event) => event.sourceSet)))
  line(set, events.filter((event) => event.sourceSet === set).length);
console.log(`\n${reliabilityTable(readUnits())}\n`);

if (problems.length > 0) {
  console.error(`${problems.join('\n')}\n\n${problems.length} problems.`);
  process.exit(1);
}
console.log(`${events.length} events, no problem.`);
