/** True where a person waits for a page: a script, a picture or a program asks for no HTML. */
export const isVisit = ({ headers }: Request): boolean =>
  (headers.get('accept') ?? '').includes('text/html') && headers.get('rsc') !== '1';
