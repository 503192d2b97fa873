import { Link } from '@/app/_ui/link';

/** Questions that are asked often, as links; the one that is being asked is marked. */
export function PresetList({
  title,
  presets,
  current,
}: {
  title: string;
  presets: readonly { label: string; href: string }[];
  current: string;
}) {
  return (
    <nav className="pw-asked" aria-label={title}>
      <h2 className="pw-asked__title">{title}</h2>
      <ul>
        {presets.map(({ label, href }) => (
          <li key={href}>
            <Link href={href} aria-current={href === current ? 'true' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
