import { expect, test } from 'vitest';
import { completionsHtml, packTree, treeHtml, unpackTree, type Node } from '@/app/_filters/option-tree';

const tree: Node[] = [
  {
    value: '002',
    label: 'Africa',
    count: 1200,
    children: [
      { value: 'CI', label: 'Côte d’Ivoire', count: 0, names: ['Ivory Coast'] },
      { value: 'a "b" <c> & d', label: 'a "b" <c> & d', count: null },
    ],
  },
  { value: 'GB', label: 'United Kingdom', count: 7 },
];

test('a tree is the same after it was packed', () => {
  expect(unpackTree(packTree(tree))).toMatchObject(tree);
});

test('without scripts each choice is a box of its own, but for those that stand above', () => {
  const html = treeHtml(packTree(tree), 'region', new Set(['GB']));
  expect(html.match(/<input/g)).toHaveLength(3);
  expect(html).toContain('<li><span>United Kingdom (above)<i>7</i></span>');
  expect(html).toContain('value="002">Africa<i>1,200</i></label><ul class="pw-tree"><li>');
  expect(html).toContain('<label class="pw-option--none"><input type="checkbox" name="region" value="CI">');
});

test('what the record calls things is text, whatever it holds', () => {
  const said = 'a &quot;b&quot; &lt;c&gt; &amp; d';
  expect(treeHtml(packTree(tree), 'actor', new Set())).toContain(`value="${said}">${said}</label>`);
  expect(completionsHtml('list', packTree(tree))).toContain(`<option>${said}<option>`);
});
