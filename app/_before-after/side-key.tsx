import { AFTER_INK, BAND_INK, BEFORE_INK } from './inks';

const signs = [
  { label: 'before', ink: BEFORE_INK },
  { label: 'after', ink: AFTER_INK },
  { label: '95 per cent interval', ink: BAND_INK },
];

/** What the columns and the band are. */
export function SideKey() {
  return (
    <ul className="pw-key">
      {signs.map(({ label, ink }) => (
        <li key={label}>
          <svg className="pw-key__sign" width="18" height="13" aria-hidden="true" focusable="false">
            <rect x="3" width="12" height="13" fill={ink} />
          </svg>{' '}
          {label}
        </li>
      ))}
    </ul>
  );
}

/** The same for a picture file. */
export const sidePictureKeys = signs.map(({ label, ink }) => ({
  label,
  sign: <rect x={4} y={0} width={12} height={14} fill={ink} />,
}));
