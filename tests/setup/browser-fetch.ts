/** A browser without a page: follows redirects by hand and keeps each host's cookies. */
export class BrowserFetch {
  readonly #jars = new Map<string, Map<string, string>>();
  /** Where it stands. */
  url = '';

  /** The cookies of the site at this address, by their names. */
  cookies(address: string): Map<string, string> {
    const { host } = new URL(address);
    const jar = this.#jars.get(host) ?? new Map<string, string>();
    this.#jars.set(host, jar);
    return jar;
  }

  /** Asks once, without following. */
  async once(address: string, init: RequestInit = {}): Promise<Response> {
    const jar = this.cookies(address);
    const headers = new Headers(init.headers);
    if (jar.size > 0)
      headers.set('Cookie', Array.from(jar, ([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split(';');
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value === '' || rest.some((part) => /max-age=0/i.test(part))) jar.delete(name);
      else jar.set(name, value);
    }
    this.url = address;
    return answer;
  }

  /** Asks, and goes where it is sent. */
  async go(address: string, init: RequestInit = {}): Promise<Response> {
    let answer = await this.once(address, init);
    for (let hops = 0; answer.status >= 300 && answer.status < 400 && hops < 20; hops++)
      answer = await this.once(new URL(answer.headers.get('location')!, this.url).href);
    return answer;
  }

  /** Sends the first form of the page where it stands, with its hidden fields and these. */
  async submit(html: string, fields: Record<string, string>): Promise<Response> {
    const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1] ?? this.url;
    const body = new URLSearchParams(fields);
    for (const [, name, value] of html.matchAll(
      /<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g,
    ))
      body.set(name!, value!);
    return this.go(new URL(action, this.url).href, { method: 'POST', body });
  }
}
