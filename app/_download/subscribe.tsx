import { hrefWith, type Filters } from '@/lib/filters';

/** The feed and the calendar of a view: links to open, and addresses to paste where a program asks for one. */
export function Subscribe({ filters, publicUrl }: { filters: Filters; publicUrl: string }) {
  const feed = publicUrl + hrefWith('/export/events.atom', filters);
  const calendar = publicUrl + hrefWith('/export/events.ics', filters);
  return (
    <dl className="pw-subscribe">
      <div>
        <dt>
          <a href={feed}>Feed (Atom)</a>
        </dt>
        <dd>
          for feed readers: each event when it is added or changed. <code>{feed}</code>
        </dd>
      </div>
      <div>
        <dt>
          <a href={calendar.replace(/^https?:/, 'webcal:')}>Calendar (iCalendar)</a>
        </dt>
        <dd>
          for Outlook and other calendars: each event on its days. <code>{calendar}</code>
        </dd>
      </div>
    </dl>
  );
}
