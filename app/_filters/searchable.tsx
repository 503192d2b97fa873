'use client';

import { useId, useMemo, useState, type ReactNode } from 'react';
import { useScripted } from '@/app/_ui/use-scripted';
import { fold } from '@/lib/fold';
import { FilterOption } from './option-list';
import { completionsHtml, treeHtml, unpackTree, type Node } from './option-tree';

interface Props {
  name: string;
  /** What is typed in the box: "a place". */
  what: string;
  chosen: readonly string[];
  /** Choices that always stand on top. */
  top: readonly Node[];
  /** All choices by packTree(), folded away until they are asked for or searched. */
  tree?: string;
  treeTitle?: string;
  /** What stands in the box's place where no script runs, and the id of the list of all labels that it completes from. */
  children?: ReactNode;
  completions?: string;
}

const finds = (node: Node, typed: string): boolean =>
  [node.label, node.value, ...(node.names ?? [])].some((name) => ` ${fold(name)}`.includes(` ${typed}`));
const findsWithin = (node: Node, typed: string): boolean =>
  finds(node, typed) || (node.children ?? []).some((child) => findsWithin(child, typed));

/**
 * Checkboxes that a box above them searches. What does not match is hidden, not taken away: boxes that are checked must
 * stay in the form. Those of the tree are hundreds, of which few readers look at any, and none is checked at first that is
 * not on top too: scripts make them when they are asked for, and only readers without scripts have them from the start.
 */
export function Searchable({ name, what, chosen, top, tree, treeTitle, children, completions }: Props) {
  const scripted = useScripted();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const nodes = useMemo(() => (tree && asked ? unpackTree(tree) : []), [tree, asked]);
  const typed = fold(text);
  const onTop = new Set(top.map((node) => node.value));
  const found = [...top, ...nodes].some((node) => findsWithin(node, typed));
  const option = (node: Node) => (
    <div key={node.value} hidden={typed !== '' && !finds(node, typed)}>
      <FilterOption name={name} option={node} checked={chosen.includes(node.value)} />
    </div>
  );
  const branch = (node: Node): ReactNode => (
    <li key={node.value} hidden={typed !== '' && !findsWithin(node, typed)}>
      {onTop.has(node.value) ? <Above node={node} /> : option(node)}
      {node.children && node.children.length > 0 && <ul className="pw-tree">{node.children.map(branch)}</ul>}
    </li>
  );
  const branches = () => <ul className="pw-tree">{nodes.map(branch)}</ul>;
  const onType = (now: string): void => {
    setText(now);
    setAsked(true);
  };
  return (
    <>
      {scripted ? <SearchBox {...{ what, text, onType }} /> : children}
      {tree && completions && <Plain html={() => completionsHtml(completions, tree)} />}
      {top.map(option)}
      {tree && (
        <details
          className="pw-more"
          // Opened before scripts ran.
          ref={(details) => void (details?.open && setAsked(true))}
          open={open || typed !== ''}
          onToggle={({ currentTarget }) => {
            if (currentTarget.open) setAsked(true);
            if (typed === '') setOpen(currentTarget.open);
          }}
        >
          <summary>{treeTitle}</summary>
          {asked ? branches() : <Plain html={() => treeHtml(tree, name, onTop)} />}
        </details>
      )}
      <p className="pw-filter__hint" role="status">
        {typed !== '' && !found && `Nothing in the record is called “${text.trim()}”.`}
      </p>
    </>
  );
}

/** HTML for readers without scripts: made by the server alone, as text, and nothing that scripts ever look at. */
function Plain({ html }: { html(): string }) {
  // All text in it is escaped (option-tree.ts).
  // oxlint-disable-next-line react/no-danger
  return <noscript dangerouslySetInnerHTML={{ __html: typeof window === 'undefined' ? html() : '' }} />;
}

function SearchBox({ what, text, onType }: { what: string; text: string; onType(text: string): void }) {
  const id = useId();
  return (
    <>
      <label className="govuk-visually-hidden" htmlFor={id}>
        Search {what}
      </label>
      <input
        className="pw-filter__text"
        id={id}
        type="search"
        placeholder={`Search ${what}`}
        autoComplete="off"
        value={text}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          // Enter here would send the form before anything is chosen.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
    </>
  );
}

/** It stands above already: two boxes of one value could contradict each other. */
function Above({ node }: { node: Node }) {
  return (
    <span className="pw-option pw-option--above">
      <span className="pw-option__label">{node.label} (above)</span>
      <span className="pw-option__count">{node.count}</span>
    </span>
  );
}
