import { Switch } from '@/app/_map/switch';
import { hrefWith, noFilters, filtersToQuery, type Filters } from '@/lib/filters';
import { amountLabel } from '@/lib/flows/flow-words';
import { flowParametersOf } from '@/lib/flows/flow-question';
import type { Flow } from '@/lib/flows/flow-sums';
import type { FlowQuestion } from '@/lib/flows/flow-view';
import { placeName } from '@/lib/places';

interface Props {
  path: string;
  filters: Filters;
  question: FlowQuestion;
  flows: readonly Flow[];
  amounts: ReadonlyMap<string, number>;
  /** What else the address says. */
  keep: Record<string, string | undefined>;
}

/** The place that flows are looked at from: a form, which needs no script. */
function PlaceForm({ path, filters, question, flows, keep }: Omit<Props, 'amounts'>) {
  const codes = new Set([
    ...flows.flatMap(({ from, to }) => [from, to]),
    ...(question.of ? [question.of] : []),
  ]);
  const known = [...codes].sort((a, b) => placeName(a).localeCompare(placeName(b), 'en'));
  const kept = [
    ...new URLSearchParams(filtersToQuery(filters, { ...keep, ...flowParametersOf(question), of: null })),
  ];
  return (
    <form className="pw-flow-form" method="get" action={path}>
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="flow-of">Look from</label>
      <select
        className="govuk-select"
        id="flow-of"
        name="of"
        defaultValue={question.of ?? ''}
        key={question.of}
      >
        <option value="">all places</option>
        {known.map((code) => (
          <option key={code} value={code}>
            {placeName(code)}
          </option>
        ))}
      </select>
      <button type="submit" className="pw-button">
        Show
      </button>
    </form>
  );
}

/** From where flows are looked at, and what a band stands for: counts and amounts are never in one picture. */
export function FlowChoices(props: Props) {
  const { path, filters, question, amounts, keep } = props;
  const href = (change: Partial<FlowQuestion>): string =>
    hrefWith(path, filters, { ...keep, ...flowParametersOf({ ...question, ...change }) });
  const keys = [...amounts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 8);
  const china = hrefWith(
    path,
    { ...noFilters, type: ['aid_shipment'], from: '2020-01-01', to: '2020-06-30' },
    { of: 'CN' },
  );
  return (
    <div className="pw-map__choices">
      <PlaceForm {...props} />
      <Switch
        label="Width of bands"
        choices={[
          { label: 'Events', href: href({ amount: null }), current: question.amount === null },
          ...keys.map(([key, events]) => ({
            label: `${amountLabel(key)} (given by ${events})`,
            href: href({ amount: key }),
            current: key === question.amount,
          })),
        ]}
      />
      <Switch
        label="For example"
        choices={[{ label: 'Aid to and from China in early 2020', href: china, current: false }]}
      />
    </div>
  );
}
