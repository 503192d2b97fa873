import { Link } from './link';

/** What the reader is looking at, and where its words are explained. */
export function SiteFooter() {
  return (
    <footer className="pw-footer">
      <div className="govuk-width-container">
        <p>
          Pillarwatch stores dated events, tagged by place and by the four strands of the UK’s
          counter-terrorism strategy, Contest, and tied to their sources.
        </p>
        <p>
          What each word means and how events are coded:{' '}
          <Link href="/data/codebook">method and codebook</Link>. Files and feeds:{' '}
          <Link href="/data">data to take away</Link>. For programs:{' '}
          <Link href="/data/api">how to ask the API</Link>.
        </p>
        <p>
          It starts from nine articles of 2020 on Covid-19 and terrorism. Lockdown periods: Oxford COVID-19
          Government Response Tracker (CC BY 4.0). Not a government website.
        </p>
      </div>
    </footer>
  );
}
