/** The sign of a lockdown's band in a key, so large; in a picture file it has no class to be styled by. */
export function LockdownBox({
  width,
  height,
  className,
}: {
  width: number;
  height: number;
  className?: string;
}) {
  return (
    <rect
      className={className}
      x={0.5}
      y={0.5}
      width={width}
      height={height}
      fill="#f1f2f3"
      stroke="#6b6d6e"
      strokeDasharray="2 2"
    />
  );
}

/** The line of a chart's key that names the bands. */
export function LockdownKey({ words }: { words: string }) {
  return (
    <li>
      <svg className="pw-key__sign" width="18" height="13" aria-hidden="true" focusable="false">
        <LockdownBox width={17} height={12} className="pw-band" />
      </svg>{' '}
      {words}
    </li>
  );
}

/** The same for a picture file. */
export const lockdownPictureKey = (label: string) => ({
  label,
  sign: <LockdownBox width={19} height={13} />,
});
