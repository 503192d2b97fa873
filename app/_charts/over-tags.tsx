import { Link } from '@/app/_ui/link';
import { Still } from '@/app/_ui/still';
import { eventHref } from '@/lib/event-href';
import { formatCount } from '@/lib/numbers';
import { overTags, type Laid } from '@/lib/over-layer';
import type { Overlay } from '@/lib/overlay';
import { whenWords } from '@/lib/over-words';
import type { LockdownBand } from '@/lib/timeline';
import { OpenTags } from './open-tags';
import { GUTTER, MARGIN } from './plot';

interface Props {
  over: readonly Laid[];
  kind: Overlay['kind'];
  /** Of this chart, for its names to be opened one at a time. */
  id: string;
  /** Room beside the plot, in pixels. */
  gutter?: number;
  margin?: number;
  asOf?: string | null;
}

/** Of what begins at one place so many are told of: there may be hundreds. */
const TOLD = 6;

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

function Mark({ mark, asOf }: { mark: LockdownBand; asOf: string | null }) {
  return (
    <li>
      <Link className="govuk-link" href={eventHref(mark.slug, asOf)}>
        {mark.title}
      </Link>
      , {whenWords(mark)}. {mark.definition} <span className="pw-quiet">Source: {mark.source}.</span>
    </li>
  );
}

/**
 * Names above a chart, each where a band or a point of it begins: pointed at, focused or tapped it says what that is, when, by which
 * definition and from where. Without scripts it opens like any other detail.
 */
export function OverTags({ over, kind, id, gutter = GUTTER, margin = MARGIN, asOf = null }: Props) {
  const tags = overTags(over, kind);
  if (tags.length === 0) return null;
  return (
    <OpenTags label="What lies over the chart" gutter={gutter} margin={margin}>
      {tags.map(({ from, room, label, marks }, i) => {
        const before = tags[i - 1];
        const gap = from - (before ? before.from + before.room : 0);
        return (
          <details
            key={from}
            className="pw-over__tag"
            name={`${id}-over`}
            style={{ marginLeft: percent(gap), width: percent(room) }}
          >
            <summary>
              <span>{label}</span>
            </summary>
            <Still as="ul" className="pw-over__card">
              {marks.slice(0, TOLD).map((mark) => (
                <Mark key={mark.slug} mark={mark} asOf={asOf} />
              ))}
              {marks.length > TOLD && (
                <li>{formatCount(marks.length - TOLD)} more: they are in the chart’s data.</li>
              )}
            </Still>
          </details>
        );
      })}
    </OpenTags>
  );
}
