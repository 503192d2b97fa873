import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { Link } from '@/app/_ui/link';
import { database } from '@/db/client';
import { listImports } from '@/db/import/imports';
import { ImportList } from '../_import/import-list';
import { UploadForm } from '../_import/upload-form';

export const metadata: Metadata = { title: 'Import' };

const PAGE = 50;

/** Choosing a file, and every import so far. */
export default async function ImportsPage({ searchParams }: PageProps<'/admin/import'>) {
  await requireUser('imports.run', '/admin/import');
  const { problem, below } = await searchParams;
  const before = Number(below) || null;
  const found = await listImports(database(), before, PAGE + 1);
  const rows = found.slice(0, PAGE);
  return (
    <>
      <h1 className="pw-heading">Import a file</h1>
      <UploadForm problem={typeof problem === 'string' ? problem.slice(0, 300) : null} />
      {rows.length > 0 && <ImportList rows={rows} />}
      {found.length > PAGE && (
        <Link className="govuk-link" href={`/admin/import?below=${rows.at(-1)!.id}`} rel="next">
          Earlier imports
        </Link>
      )}
    </>
  );
}
