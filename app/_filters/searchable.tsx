'use client';

import { useId, useState, type ReactNode } from 'react';
import { useScripted } from '@/app/_ui/use-scripted';
import { fold } from '@/lib/fold';
import { FilterOption, type Option } from './option-list';

/** A choice, with the names by which people look for it where its label is not the only one, and what lies in it. */
export interface Node extends Option {
  names?: readonly string[];
  children?: readonly Node[];
}

interface Props {
  name: string;
  /** What is typed in the box: "a place". */
  what: string;
  chosen: readonly string[];
  /** Choices that always stand on top. */
  top: readonly Node[];
  /** All choices, folded away until they are asked for or searched. */
  tree?: readonly Node[];
  treeTitle?: string;
  /** What stands in the box's place where no script runs. */
  children?: ReactNode;
}

const finds = (node: Node, typed: string): boolean =>
  (node.names ?? [node.label]).some((name) => ` ${fold(name)}`.includes(` ${typed}`));
const findsWithin = (node: Node, typed: string): boolean =>
  finds(node, typed) || (node.children ?? []).some((child) => findsWithin(child, typed));

/**
 * Checkboxes that a box above them searches. What does not match is hidden, not taken away: boxes that are checked must
 * stay in the form. Those of the tree are hundreds, of which few readers look at any, and none is checked at first that is
 * not on top too: scripts make them when they are asked for, and only readers without scripts have them from the start.
 */
export function Searchable({ name, what, chosen, top, tree = [], treeTitle, children }: Props) {
  const scripted = useScripted();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const typed = fold(text);
  const onTop = new Set(top.map((node) => node.value));
  const found = [...top, ...tree].some((node) => findsWithin(node, typed));
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
  const branches = () => <ul className="pw-tree">{tree.map(branch)}</ul>;
  const onType = (now: string): void => {
    setText(now);
    setAsked(true);
  };
  return (
    <>
      {scripted ? <SearchBox {...{ what, text, onType }} /> : children}
      {top.map(option)}
      {tree.length > 0 && (
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
          {asked ? branches() : <noscript>{scripted ? null : branches()}</noscript>}
        </details>
      )}
      <p className="pw-filter__hint" role="status">
        {typed !== '' && !found && `Nothing in the record is called “${text.trim()}”.`}
      </p>
    </>
  );
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
