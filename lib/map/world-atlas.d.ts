/* Natural Earth's countries; without this the compiler would read each coordinate for its type. */
declare module 'world-atlas/countries-110m.json' {
  const atlas: unknown;
  export default atlas;
}
declare module 'world-atlas/countries-50m.json' {
  const atlas: unknown;
  export default atlas;
}
