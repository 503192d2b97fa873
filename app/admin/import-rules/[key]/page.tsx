import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireUser } from '@/app/_auth/session';
import { Banner } from '@/app/_ui/banner';
import { Link } from '@/app/_ui/link';
import { database } from '@/db/client';
import { rulesVersions, type RulesVersion } from '@/db/import/preset-rules';
import type { Preset } from '@/lib/import/preset';
import { presets } from '@/lib/import/presets';
import { bookDraft } from '@/lib/import/rule-book-form';
import { may } from '@/lib/permissions';
import { CodebookLink, hasRules, KnownBy, versionWords } from '../../_import/preset-facts';
import { RulesForm } from '../../_import/rules-form';
import { RulesList } from '../../_import/rules-list';
import { rulesState } from '../../_import/rules-state';

export const metadata: Metadata = { title: null };

/** What is asked of the rows: columns of the file, or of a tracker's levels what a spell has. */
const askedOf = ({ mapping }: Preset): string =>
  mapping.way === 'rows'
    ? 'Rules ask for columns of the file, called as there.'
    : 'Events are made of runs of equal levels. Rules ask for indicator (C6), level (2), change (begins, tightens, eases, changes its reach, ends) and place (FR, GB-SCT) of such a run.';

function Versions({ preset, versions }: { preset: Preset; versions: readonly RulesVersion[] }) {
  if (versions.length < 2) return null;
  return (
    <section aria-labelledby="versions-title">
      <h2 className="govuk-heading-m" id="versions-title">
        Versions
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {versions.map((one) => (
          <li key={one.version}>
            <Link className="govuk-link" href={`/admin/import-rules/${preset.key}?version=${one.version}`}>
              {one.version === 0 ? 'As they came with the product' : `Version ${one.version}`}
            </Link>
            : {versionWords(preset, one)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The rules of one format: to read, and for admins to change. */
export default async function PresetPage({ params, searchParams }: PageProps<'/admin/import-rules/[key]'>) {
  const { key } = await params;
  const user = await requireUser('imports.run', `/admin/import-rules/${encodeURIComponent(key)}`);
  const preset = presets.find((one) => one.key === key);
  if (!preset) notFound();
  const [versions, query] = await Promise.all([rulesVersions(database(), preset), searchParams]);
  const current = versions[0]!;
  const asked = versions.find(({ version }) => String(version) === query.version);
  const shown = asked ?? current;
  const mayChange = may(user.role, 'vocabulary.manage');
  return (
    <>
      <p className="govuk-body">
        <Link className="govuk-link" href="/admin/import-rules">
          All formats
        </Link>
      </p>
      {query.saved === String(current.version) && (
        <Banner>Saved as version {current.version}: files of this format are read by it from now on.</Banner>
      )}
      <h1 className="pw-heading">Import rules: {preset.title}</h1>
      <p className="govuk-body">
        Known by: <KnownBy preset={preset} />. Coding of the source: <CodebookLink preset={preset} />.{' '}
        {hasRules(preset) && `${askedOf(preset)} Rules now: ${versionWords(preset, current)}.`}
      </p>
      {shown !== current && (
        <Banner>
          {shown.version === 0 ? 'The rules that came with the product' : `Version ${shown.version}`}
          {mayChange ? ', to look at or to take up again: save to make it the newest.' : ', to look at.'}
        </Banner>
      )}
      {!hasRules(preset) && (
        <p className="govuk-body">Each row says itself what type and pillars it has: there are no rules.</p>
      )}
      {hasRules(preset) &&
        (mayChange ? (
          <RulesForm
            // By the address alone: a key that another's save changes would lose what is sent without scripts.
            key={`${String(query.version)} ${String(query.saved)}`}
            title={preset.title}
            initial={rulesState(preset.key, current.version, bookDraft(shown))}
          />
        ) : (
          <>
            <title>{`Import rules: ${preset.title} – Pillarwatch`}</title>
            <RulesList {...shown} caption="Rules, in the order in which they are asked" />
          </>
        ))}
      <Versions preset={preset} versions={versions} />
    </>
  );
}
