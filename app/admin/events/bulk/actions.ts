'use server';

import { revalidatePath } from 'next/cache';
import { requireUser } from '@/app/_auth/session';
import { applyBulk, type BulkResult } from '@/db/bulk';
import { database } from '@/db/client';
import { BULK_MOST, readBulkChange } from '@/lib/bulk-change';
import { env } from '@/lib/env';
import { textOf } from '@/lib/form-data';

/** Slug and version a line, as the preview showed them. */
function readSeen(text: string): Map<string, number> {
  const lines = text.split('\n').slice(0, BULK_MOST);
  return new Map(
    lines.flatMap((line): [string, number][] => {
      const [, slug, version] = /^([a-z0-9-]{1,80}) (\d{1,9})$/.exec(line.trim()) ?? [];
      return slug && version ? [[slug, Number(version)]] : [];
    }),
  );
}

/** Does to many events what the preview showed, and says what became of them; null where it was nothing that can be done. */
export async function bulkAction(_before: BulkResult | null, form: FormData): Promise<BulkResult | null> {
  const user = await requireUser('events.edit', '/admin/events');
  const change = readBulkChange(textOf(form, 'do'), textOf(form, 'tag'), textOf(form, 'to'));
  const seen = readSeen(textOf(form, 'seen'));
  if ('problem' in change || seen.size === 0) return null;
  const mover = { role: user.role, fourEyes: env().FOUR_EYES === 'on' };
  const result = await applyBulk(database(), seen, change, mover, user);
  revalidatePath('/', 'layout');
  return result;
}
