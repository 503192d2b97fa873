import type { Metadata } from 'next';
import { hasMail } from '@/app/_auth/mail';
import { FormTitle } from '@/app/_ui/form/form-title';
import { ForgotForm } from './forgot-form';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

/** The way back in for who has forgotten their password. */
export default function ForgotPasswordPage() {
  return (
    <div className="pw-narrow">
      {hasMail() ? (
        <ForgotForm />
      ) : (
        <>
          <FormTitle page="Forgotten your password?" errors={[]} />
          <h1 className="pw-heading">Forgotten your password?</h1>
          <p className="govuk-body">
            Ask an admin of this Pillarwatch for a link with which you choose a new one.
          </p>
        </>
      )}
    </div>
  );
}
