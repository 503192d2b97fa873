import { exportFormats } from '@/lib/export/formats';
import { sizeWords } from '@/lib/export/file-size';
import { LONG_FILE } from '@/lib/export/progress';
import { MOST_ROWS } from '@/lib/export/xlsx/sheet-xml';
import { hrefWith, type Filters } from '@/lib/filters';
import { formatCount } from '@/lib/numbers';
import { DownloadProgress } from './download-progress';

/** Feeds and calendars are also subscribed to; what is only subscribed to is no download. */
const files = exportFormats.filter(({ code }) => code !== 'atom');

const manySheets = `a sheet of Excel holds ${formatCount(MOST_ROWS)} events, the others are on the sheets after it`;

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
          <span className="pw-formats__purpose">
            {purpose}
            {code === 'xlsx' && total > MOST_ROWS && `; ${manySheets}`}
          </span>
        </li>
      ))}
    </ul>
  );
  return total < LONG_FILE ? list : <DownloadProgress>{list}</DownloadProgress>;
}
