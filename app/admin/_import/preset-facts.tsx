import type { RulesVersion } from '@/db/import/preset-rules';
import type { Preset } from '@/lib/import/preset';
import { londonTimeInFull } from '@/lib/london-time';
import { countOf } from '@/lib/numbers';

/** How a format is told from others. */
export function KnownBy({ preset: { columns, alsoWords } }: { preset: Preset }) {
  return (
    <>
      {columns.map((column, i) => (
        <span key={column}>
          {i > 0 && ', '}
          <code>{column}</code>
        </span>
      ))}
      {alsoWords && `${columns.length > 0 ? '; and ' : ''}${alsoWords}`}
    </>
  );
}

/** Where the source explains its coding. */
export function CodebookLink({ preset: { mapping } }: { preset: Preset }) {
  if (!mapping.codebook) return null;
  return (
    <a className="govuk-link" href={mapping.codebook.url} rel="noreferrer">
      {mapping.codebook.title}
    </a>
  );
}

/** True where rules say what a row is; a file of ours says it itself. */
export const hasRules = ({ mapping }: Preset): boolean => mapping.way !== 'pillarwatch';

/** Which version of its rules a format goes by. */
export function versionWords(
  preset: Preset,
  { version, shipped, savedAt, savedByName, rules }: RulesVersion,
): string {
  if (!hasRules(preset)) return 'None: each row says itself what it is';
  const count = countOf(rules.length, 'rule');
  if (version === 0) return `${count}, as they come with the product`;
  const who = `saved ${londonTimeInFull(savedAt!)}${savedByName ? ` by ${savedByName}` : ''}`;
  return `${count}, version ${version}${shipped ? ', as they come with the product' : ''}, ${who}`;
}
