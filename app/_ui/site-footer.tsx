/** What the reader is looking at, in two lines. */
export function SiteFooter() {
  return (
    <footer className="pw-footer">
      <div className="govuk-width-container">
        <p>
          Pillarwatch stores dated events, tagged by place and by the four strands of the UK’s
          counter-terrorism strategy, Contest, and tied to their sources.
        </p>
        <p>
          It starts from nine articles of 2020 on Covid-19 and terrorism. Lockdown periods: Oxford COVID-19
          Government Response Tracker (CC BY 4.0). Not a government website.
        </p>
      </div>
    </footer>
  );
}
