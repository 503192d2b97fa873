import type { QrPath } from '@/lib/qr-path';

/** What goes into the authenticator app, as a picture and as text. */
export function OfferedSecret({ qr, secret }: { qr: QrPath; secret: string }) {
  return (
    <>
      <p className="govuk-body">
        Scan this with an authenticator app, such as the one of your phone’s password manager.
      </p>
      <svg
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        width="220"
        height="220"
        role="img"
        aria-label="QR code with the secret, which stands below as text"
        className="pw-qr"
      >
        <path d={qr.path} />
      </svg>
      <p className="govuk-body">
        Or type this into it: <code className="pw-secret">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
    </>
  );
}

/** Codes that stand in for a lost phone, each once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <div className="govuk-inset-text">
      <p>
        Recovery codes: print them, or keep them in a password manager. Each stands in for your phone once.
        They are not shown again.
      </p>
      <ul className="pw-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
