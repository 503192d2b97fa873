import { eventColumns } from '@/lib/export/event-columns';

/** What every column of the CSV file of events means. */
export function ColumnTable() {
  return (
    <>
      <h2 className="govuk-heading-m" id="columns">
        Columns
      </h2>
      <p className="govuk-body">
        Of the CSV file of events; an empty cell means that the source does not say.{' '}
        <a href="/export/dictionary.csv" download>
          The columns of every file (CSV)
        </a>
      </p>
      <details className="pw-download pw-download--plain">
        <summary>Show the {eventColumns.length} columns</summary>
        <div className="pw-scroll" role="region" aria-label="Columns" tabIndex={0}>
          <table className="govuk-table pw-terms">
            <caption className="govuk-table__caption govuk-visually-hidden">Columns of events.csv</caption>
            <thead className="govuk-table__head">
              <tr className="govuk-table__row">
                {['Column', 'Holds', 'Meaning'].map((title) => (
                  <th key={title} scope="col" className="govuk-table__header">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="govuk-table__body">
              {eventColumns.map(({ name, type, definition }) => (
                <tr key={name} className="govuk-table__row">
                  <th scope="row" className="govuk-table__header">
                    <code>{name}</code>
                  </th>
                  <td className="govuk-table__cell">{type}</td>
                  <td className="govuk-table__cell">{definition}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}
