import { Link } from '@/app/_ui/link';
import type { Finding } from '@/db/import/findings';
import { formatDateSpan } from '@/lib/date-words';
import { countOf } from '@/lib/numbers';
import { placeName } from '@/lib/places';
import { allowAction } from '../import/actions';

function Said({ event, firstRow }: Finding) {
  return (
    <>
      {event ? (
        <>
          {event.title}{' '}
          <span className="pw-quiet">
            ({formatDateSpan(event)}, {placeName(event.region)})
          </span>
        </>
      ) : (
        'An event'
      )}
      {firstRow > 0 && `, row ${firstRow}`}
    </>
  );
}

const Here = ({ slug }: { slug: string | null }) =>
  slug === null ? null : (
    <Link className="govuk-link" href={`/admin/events/${slug}`} target="_blank">
      the one here
    </Link>
  );

interface Props {
  id: number;
  findings: readonly Finding[];
  total: number;
  next: number | null;
  /** False once it is written: then there is nothing to choose any more. */
  open: boolean;
}

const Next = ({ id, name, next }: { id: number; name: string; next: number | null }) =>
  next === null ? null : (
    <Link className="govuk-link" href={`/admin/import/${id}?${name}=${next}#${name}`} rel="next">
      Next ones
    </Link>
  );

function HeldEvents({ findings, open }: Pick<Props, 'findings' | 'open'>) {
  return (
    <ul className="govuk-list">
      {findings.map((finding) => (
        <li key={finding.position}>
          {open && finding.twinRow === null && <input type="hidden" name="shown" value={finding.position} />}
          <label>
            {open && finding.twinRow === null && (
              <input type="checkbox" name="allow" value={finding.position} defaultChecked={finding.allowed} />
            )}{' '}
            <Said {...finding} />
          </label>
          {': '}
          {finding.twinRow === null ? (
            <Here slug={finding.slug} />
          ) : (
            `row ${finding.twinRow} has the same identifier`
          )}
        </li>
      ))}
    </ul>
  );
}

/** Events that are held, since they look like one here: a person says which of them are others. */
export function HeldList({ id, findings, total, allowed, next, open }: Props & { allowed: number }) {
  if (total === 0) return null;
  return (
    <section id="held">
      <h2 className="govuk-heading-m">Held as likely duplicates</h2>
      <p className="govuk-body">
        {countOf(total, 'event')}: the same day and place as an event here and a title much like it, or an
        identifier that the file or the record has already. They are not written
        {open ? ` unless you say that they are other events (so far ${allowed}).` : '.'}
      </p>
      <form action={allowAction}>
        <input type="hidden" name="id" value={id} />
        <HeldEvents findings={findings} open={open} />
        {open && (
          <div className="pw-import-buttons">
            <button
              type="submit"
              name="intent"
              value="some"
              className="govuk-button govuk-button--secondary pw-last"
            >
              Import those ticked, too
            </button>
            <button type="submit" name="intent" value="all" className="pw-link-button">
              Import all of them
            </button>
            <button type="submit" name="intent" value="none" className="pw-link-button">
              Hold all of them
            </button>
          </div>
        )}
      </form>
      <Next id={id} name="held" next={next} />
    </section>
  );
}

/** Events that people have edited here since an import wrote them: the file says otherwise, and does not overwrite. */
export function EditedList({ id, findings, total, next }: Omit<Props, 'open'>) {
  if (total === 0) return null;
  return (
    <section id="edited">
      <h2 className="govuk-heading-m">Edited here since</h2>
      <p className="govuk-body">
        The file has these events otherwise than they are here; what people wrote here stays.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {findings.map((finding) => (
          <li key={finding.position}>
            <Said {...finding} />: <Here slug={finding.slug} />
          </li>
        ))}
      </ul>
      <Next id={id} name="edited" next={next} />
    </section>
  );
}
