import { ShownOnce } from '@/app/_ui/shown-once';

/** A one-time link for the admin to pass on; shown once, since only its hash is kept. */
export interface Passed {
  to: string;
  link: string;
  /** True where it went by e-mail as well. */
  mailed: boolean;
}

export function PassedLink({ passed: { to, link, mailed } }: { passed: Passed }) {
  return (
    <ShownOnce
      title={`Link for ${to}`}
      before={
        mailed
          ? 'It was sent by e-mail. Should it not arrive, pass this on yourself:'
          : 'Pass it on yourself, by a way that nobody else reads:'
      }
      value={link}
      after="It works once. It is not shown again: if it is lost, make a new one."
    />
  );
}
