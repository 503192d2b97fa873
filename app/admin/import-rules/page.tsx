import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { BlockTable } from '@/app/_ui/block-table';
import { Link } from '@/app/_ui/link';
import { database } from '@/db/client';
import { currentRules } from '@/db/import/preset-rules';
import { presets } from '@/lib/import/presets';
import { CodebookLink, KnownBy, versionWords } from '../_import/preset-facts';

export const metadata: Metadata = { title: 'Import rules' };

const columns = ['Format', 'Known by its columns', 'Codebook of the source', 'Rules'] as const;

/** Every format that is known, with how it is told, where its coding is explained, and its rules. */
export default async function PresetsPage() {
  await requireUser('imports.run', '/admin/import-rules');
  const rules = await currentRules(database());
  return (
    <>
      <h1 className="pw-heading">Import rules</h1>
      <p className="govuk-body">
        A file of one of these formats is known by its columns, in any order. The rules of its format say what
        type and pillars each row gets, and which rows are left out. Admins may change them; a file that is
        already imported stays as it is.
      </p>
      <BlockTable
        caption="Known formats"
        columns={columns}
        rows={presets}
        keyOf={({ key }) => key}
        cellsOf={(preset) => ({
          Format: (
            <Link className="govuk-link" href={`/admin/import-rules/${preset.key}`}>
              {preset.title}
            </Link>
          ),
          'Known by its columns': <KnownBy preset={preset} />,
          'Codebook of the source': <CodebookLink preset={preset} />,
          Rules: versionWords(preset, rules.get(preset.key)!),
        })}
      />
    </>
  );
}
