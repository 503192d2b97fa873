import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { BlockTable } from '@/app/_ui/block-table';
import { env, givenSettings } from '@/lib/env';
import { settingGroups, settingRows } from '@/lib/settings';

export const metadata: Metadata = { title: 'Settings' };

const columns = ['Setting', 'What it is', 'Now', 'From'] as const;
const groups = Object.keys(settingGroups) as (keyof typeof settingGroups)[];

/** What each setting is now and where it comes from; for admins. */
export default async function SettingsPage() {
  await requireUser('settings.manage', '/admin/settings');
  const [values, given] = [env(), givenSettings()];
  return (
    <>
      <h1 className="pw-heading">Settings</h1>
      <p className="govuk-body">
        These hold since the server was started. They are set in its environment, by whoever runs it, and not
        here: somebody who takes over an admin’s account can open nothing by them. README.md says how each is
        written. What is secret is not shown.
      </p>
      {groups.map((group) => (
        <section key={group} className="pw-settings">
          <BlockTable
            caption={<h2 className="govuk-heading-m">{settingGroups[group]}</h2>}
            columns={columns}
            rows={settingRows(group, values, given)}
            keyOf={({ name }) => name}
            cellsOf={({ name, what, now, given: set }) => ({
              Setting: <code>{name}</code>,
              'What it is': what,
              Now: <strong>{now}</strong>,
              From: set ? 'The environment' : <span className="pw-quiet">Not set: the usual</span>,
            })}
          />
        </section>
      ))}
    </>
  );
}
