import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

/** A way into the product that is found on disk. */
export interface Page {
  file: string;
  /** The address as Next names it, without its groups. */
  pattern: string;
  /** Of a handler; a page is got. */
  methods: string[];
  isPage: boolean;
  /** True in app/(explore), where everything is for readers. */
  explore: boolean;
}
export interface Action {
  /** As lib/permissions.ts names it. */
  key: string;
  file: string;
  name: string;
  /** 2 where it takes the form's state before the form. */
  parameters: number;
}

/** The files below these folders whose path fits. */
const filesOf = (folders: readonly string[], fits: RegExp): string[] =>
  folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((one) => path.join(folder, one)),
    )
    .filter((file) => fits.test(file))
    .sort();

/** The functions that a module exports, with the number of their parameters; renamed ones by both names. */
function exportsOf(file: string): Map<string, number> {
  const found = new Map<string, number>();
  const { program, errors } = parseSync(file, readFileSync(file, 'utf8'));
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  for (const node of program.body) {
    if (node.type === 'ExportDefaultDeclaration') found.set('default', 0);
    if (node.type !== 'ExportNamedDeclaration' || node.exportKind === 'type') continue;
    if (node.declaration?.type === 'FunctionDeclaration')
      found.set(node.declaration.id!.name, node.declaration.params.length);
    if (node.declaration?.type === 'VariableDeclaration')
      for (const { id } of node.declaration.declarations) if (id.type === 'Identifier') found.set(id.name, 0);
    for (const { exported } of node.specifiers)
      found.set(exported.type === 'Literal' ? exported.value : exported.name, 0);
  }
  return found;
}

const patternOf = (file: string): string =>
  `/${file
    .split('/')
    .slice(1, -1)
    .filter((part) => !part.startsWith('('))
    .join('/')}`;

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Every page and every handler. */
export function pagesOnDisk(): Page[] {
  const metadata = filesOf(['app'], /\/(?:robots|sitemap|manifest)\.ts$/).map((file) => ({
    file,
    pattern: `/${file
      .split('/')
      .at(-1)!
      .replace('.ts', file.includes('robots') ? '.txt' : '.xml')}`,
    methods: ['GET'],
    isPage: false,
    explore: false,
  }));
  const routed = filesOf(['app'], /\/(?:page|route)\.tsx?$/).map((file) => {
    const isPage = file.split('/').at(-1)!.startsWith('page');
    return {
      file,
      pattern: patternOf(file),
      methods: isPage ? ['GET'] : Array.from(exportsOf(file).keys()).filter((name) => METHODS.includes(name)),
      isPage,
      explore: file.startsWith('app/(explore)/'),
    };
  });
  return [...metadata, ...routed];
}

const DIRECTIVE = /^\s*['"]use server['"];?\s*$/m;

/** Every server action. A file is one of actions as a whole: none is hidden inside a component. */
export function actionsOnDisk(): Action[] {
  return filesOf(['app', 'lib', 'db'], /\.tsx?$/)
    .filter((file) => DIRECTIVE.test(readFileSync(file, 'utf8')))
    .flatMap((file) => {
      if (!/^['"]use server['"]/.test(readFileSync(file, 'utf8')))
        throw new Error(`${file}: put 'use server' in the first line of a file of actions`);
      return Array.from(exportsOf(file), ([name, parameters]) => ({
        key: `${file}#${name}`,
        file,
        name,
        parameters,
      }));
    });
}
