import { Link } from '@/app/_ui/link';
import { ShownOnce } from '@/app/_ui/shown-once';

/** The secret of a webhook, shown once. */
export function NewSecret({ made: { id, secret } }: { made: { id: number; secret: string } }) {
  return (
    <ShownOnce
      title="Secret of the webhook"
      before="Give it to the program that receives the webhook, by which it checks each request:"
      value={secret}
      after={
        <>
          It is not shown again: if it is lost, make a new one.{' '}
          <Link className="govuk-link" href={`/admin/alerts/${id}`}>
            Send a test
          </Link>
        </>
      }
    />
  );
}
