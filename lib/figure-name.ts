/**
 * What a figure's file is called where it is kept, by its address: "/compare/files/mix.csv" is
 * "pillarwatch-compare-mix.csv", so that files of two pages do not take each other's place in a folder.
 */
export function figureName(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== 'files' && part !== 'charts');
  const named = parts.length === 2 && parts[1]!.split('.')[0] === parts[0] ? parts.slice(1) : parts;
  return `pillarwatch-${named.join('-')}`;
}
