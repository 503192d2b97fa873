import type { Observation } from '@/lib/series/series';
import { valueWords } from '@/lib/series/series-chart';
import { periodWords } from '@/lib/series/series-period';
import { formatValue } from '@/lib/series/series-chart';
import { formatDay } from '@/lib/days';

function Source({ source, url, publishedOn, note }: Observation) {
  return (
    <>
      {source && (url ? <a href={url}>{source}</a> : source)}
      {source && publishedOn && `, published ${formatDay(publishedOn)}`}
      {note && <span className="pw-quiet"> {note}</span>}
    </>
  );
}

/** Every number of a series, its marks, and the release that it was taken from. */
export function SeriesTable({
  title,
  unit,
  observations,
}: {
  title: string;
  unit: string;
  observations: readonly Observation[];
}) {
  const ranged = observations.some(({ low }) => low !== null);
  return (
    <table className="pw-table">
      <caption className="pw-table__caption">{title}</caption>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col" className="pw-number">
            {unit.charAt(0).toUpperCase() + unit.slice(1)}
          </th>
          {ranged && (
            <th scope="col" className="pw-number">
              Interval
            </th>
          )}
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {[...observations].reverse().map((observation) => (
          <tr key={observation.startsOn + observation.endsOn}>
            <th scope="row">{periodWords(observation)}</th>
            <td className="pw-number">{valueWords(observation)}</td>
            {ranged && (
              <td className="pw-number">
                {observation.low !== null &&
                  `${formatValue(observation.low)} to ${formatValue(observation.high!)}`}
              </td>
            )}
            <td>
              <Source {...observation} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
