import { valueWords } from '@/lib/series/series-chart';
import { periodWords } from '@/lib/series/series-period';
import type { Observation } from '@/lib/series/series';
import { numbersSince, numbersSinceWords } from '@/lib/series/series-since';

/** What became of the numbers of a series since a past day; `now` is null where it is not in the record any more. */
export function SeriesSince({
  then,
  now,
}: {
  then: readonly Observation[];
  now: readonly Observation[] | null;
}) {
  if (now === null) return <p className="pw-series-about">The series is not in the record any more.</p>;
  const since = numbersSince(then, now);
  return (
    <div className="pw-series-since">
      <p className="pw-series-about">{numbersSinceWords(since)}.</p>
      {since.length > 0 && (
        <div className="pw-scroll" role="region" aria-label="Numbers that changed since" tabIndex={0}>
          <table className="pw-table">
            <caption className="pw-table__caption">Numbers that changed since</caption>
            <thead>
              <tr>
                <th scope="col">Period</th>
                <th scope="col" className="pw-number">
                  As known then
                </th>
                <th scope="col" className="pw-number">
                  Today
                </th>
              </tr>
            </thead>
            <tbody>
              {since.map((one) => (
                <tr key={one.startsOn + one.endsOn}>
                  <th scope="row">{periodWords(one)}</th>
                  <td className="pw-number">{one.before ? valueWords(one.before) : 'Not there yet'}</td>
                  <td className="pw-number">{one.after ? valueWords(one.after) : 'Taken away'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
