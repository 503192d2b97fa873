import type { Metadata } from 'next';

export const metadata: Metadata = { title: 'You do not have permission' };

/** For people who are signed in and asked for something that their role does not carry. */
export default function NoPermissionPage() {
  return (
    <>
      <h1 className="pw-heading">You do not have permission to see this page</h1>
      <p className="govuk-body">
        Your account can read the dashboard. To add or correct events, ask an admin to change your role.
      </p>
    </>
  );
}
