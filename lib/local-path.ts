/** A path within this site to go to after sign-in; the fallback for anything that could lead elsewhere. */
export function localPath(path: string | null | undefined, fallback: string): string {
  // "//host" and "/\host" are other hosts to a browser.
  return path && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : fallback;
}
