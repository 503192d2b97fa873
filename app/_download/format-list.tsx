import { exportFormats } from '@/lib/export/formats';
import { sizeWords } from '@/lib/export/file-size';
import { LONG_FILE } from '@/lib/export/progress';
import { hrefWith, type Filters } from '@/lib/filters';
import { DownloadProgress } from './download-progress';

/** Feeds and calendars are also subscribed to; what is only subscribed to is no download. */
const files = exportFormats.filter(({ code }) => code !== 'atom');

/** Every format of a view, with what it is for and about how large the file will be; of long ones also how far they are. */
export function FormatList({ filters, total }: { filters: Filters; total: number }) {
  const list = (
    <ul className="pw-formats">
      {files.map(({ code, file, label, purpose, bytesFixed, bytesPerEvent }) => (
        <li key={code}>
          <a href={hrefWith(`/export/${file}`, filters)} download>
            {label}
          </a>{' '}
          <span className="pw-formats__size">about {sizeWords(bytesFixed + total * bytesPerEvent)}</span>
          <span className="pw-formats__purpose">{purpose}</span>
        </li>
      ))}
    </ul>
  );
  return total < LONG_FILE ? list : <DownloadProgress>{list}</DownloadProgress>;
}
