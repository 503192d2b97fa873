import { Link } from '@/app/_ui/link';

interface Choice {
  label: string;
  href: string;
  current: boolean;
}

/** Ways to see the same answer, as links; the one in use is marked. */
export function Switch({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <nav className="pw-switch" aria-label={label}>
      <span aria-hidden="true">{label}:</span>
      <ul>
        {choices.map((choice) => (
          <li key={choice.label}>
            <Link
              className="govuk-link"
              href={choice.href}
              aria-current={choice.current ? 'true' : undefined}
              scroll={false}
            >
              {choice.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
