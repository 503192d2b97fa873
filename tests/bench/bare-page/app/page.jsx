// Drawn anew for each request, as pages of the product are.
export const dynamic = 'force-dynamic';

const rows = Array.from({ length: 50 }, (_, i) => i + 1);

/** The least that Next can draw with a table of 50 rows: the baseline of the subject http. */
export default function BarePage() {
  return (
    <main>
      <h1>50 rows</h1>
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <td>{row} March 2020</td>
              <td>
                <a href={`/events/${row}`}>An event with a title of the usual length, number {row}</a>
              </td>
              <td>United Kingdom</td>
              <td>Prevent</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
