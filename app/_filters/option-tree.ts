import { htmlText } from '@/lib/html-text';
import { formatCount } from '@/lib/numbers';
import type { Option } from './option-list';

/** A choice, with the names by which people look for it beside its label and value, and what lies in it. */
export interface Node extends Option {
  names?: readonly string[];
  children?: readonly Node[];
}

type Packed = [
  value: string,
  count: number | null,
  label?: string,
  names?: readonly string[],
  children?: Packed[],
];

const packed = ({ value, count, label, names = [], children = [] }: Node): Packed => {
  if (children.length > 0) return [value, count, label, names, children.map(packed)];
  if (names.length > 0) return [value, count, label, names];
  return label === value ? [value, count] : [value, count, label];
};

const unpacked = ([value, count, label = value, names, children]: Packed): Node => ({
  value,
  count,
  label,
  names,
  children: children?.map(unpacked),
});

/**
 * Hundreds of choices as one short text: a page's data is read and written value by value, and a text is one. unpackTree()
 * reads it, where somebody looks at them.
 */
export const packTree = (nodes: readonly Node[]): string => JSON.stringify(nodes.map(packed));

/** The choices of packTree(). */
export const unpackTree = (text: string): readonly Node[] => (JSON.parse(text) as Packed[]).map(unpacked);

function itemHtml(
  [value, count, label = value, , within]: Packed,
  name: string,
  above: ReadonlySet<string>,
): string {
  const counted = count === null ? '' : `<i>${formatCount(count)}</i>`;
  const words = htmlText(label);
  const none = count === 0 ? ' class="pw-option--none"' : '';
  const option = above.has(value)
    ? `<span>${words} (above)${counted}</span>`
    : `<label${none}><input type="checkbox" name="${name}" value="${htmlText(value)}">${words}${counted}</label>`;
  return `<li>${option}${within ? listHtml(within, name, above) : ''}`;
}

const listHtml = (tree: readonly Packed[], name: string, above: ReadonlySet<string>): string =>
  `<ul class="pw-tree">${tree.map((one) => itemHtml(one, name, above)).join('')}</ul>`;

/**
 * The choices of packTree() as HTML for readers without scripts: said as briefly as it can be, since every page brings it and few
 * readers need it. Those that stand above already are no boxes here: two of one value could contradict each other.
 */
export const treeHtml = (text: string, name: string, above: ReadonlySet<string>): string =>
  `<div class="pw-tree-plain">${listHtml(JSON.parse(text) as Packed[], name, above)}</div>`;

const optionsHtml = (tree: readonly Packed[]): string =>
  tree
    .map(
      ([value, , label = value, , within]) =>
        `<option>${htmlText(label)}${within ? optionsHtml(within) : ''}`,
    )
    .join('');

/** All labels of the choices of packTree() as a list that a box completes from. */
export const completionsHtml = (id: string, text: string): string =>
  `<datalist id="${id}">${optionsHtml(JSON.parse(text) as Packed[])}</datalist>`;
