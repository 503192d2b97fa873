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
    const form = formsOf(html)[0]!;
    const body = new URLSearchParams({ ...fields, ...form.hidden });
    return this.go(new URL(form.action, this.url).href, { method: 'POST', body });
  }

  /** Presses a button of the page where it stands, as a browser without scripts does, with these fields filled in. */
  async send(
    html: string,
    button: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const form = formsOf(html).find(({ buttons }) => buttons.some(({ label }) => label === button));
    if (!form) throw new Error(`There is no button ${button} at ${this.url}`);
    const { name, value } = form.buttons.find(({ label }) => label === button)!;
    const body = new FormData();
    const all = { ...form.hidden, ...(name && { [name]: value }), ...fields };
    for (const [field, text] of Object.entries(all)) body.set(field, text);
    const origin = new URL(this.url).origin;
    const init = { method: 'POST', body, headers: { Origin: origin, ...headers } };
    const answer = await this.once(new URL(form.action, this.url).href, init);
    const next = answer.headers.get('location');
    return next ? this.go(new URL(next, this.url).href) : answer;
  }

  /** Sends every form of the page where it stands by its first button that does not fit `not`, with `text` in each of its fields. */
  async sendAll(html: string, text: string, not: RegExp): Promise<Response[]> {
    const [here, answers] = [this.url, [] as Response[]];
    for (const { action, hidden, buttons, fields } of formsOf(html)) {
      const button = buttons.find(({ label }) => !not.test(label));
      if (!button) continue;
      const body = new FormData();
      for (const name of fields) body.set(name, text);
      for (const [name, value] of Object.entries(hidden)) body.set(name, value);
      if (button.name) body.set(button.name, button.value);
      const init = { method: 'POST', body, headers: { Origin: new URL(here).origin } };
      answers.push(await this.once(new URL(action, here).href, init));
    }
    return answers;
  }
}

const entities: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'" };
const decoded = (text: string): string =>
  text.replaceAll(/&(amp|quot|lt|gt|#x27);/g, (_all, name: string) => entities[name]!);

function attribute(tag: string, name: string): string {
  return decoded(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

/** The forms of a page: where they go, what is hidden in them, and their buttons. */
function formsOf(html: string) {
  return Array.from(html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs), ([, head = '', inside = '']) => ({
    action: attribute(head, 'action'),
    hidden: Object.fromEntries(
      Array.from(inside.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g), ([tag]) => [
        attribute(tag, 'name'),
        attribute(tag, 'value'),
      ]),
    ),
    fields: Array.from(
      inside.matchAll(/<(?:input|textarea|select)\b(?![^>]*type="(?:hidden|file)")[^>]*>/g),
      ([tag]) => attribute(tag, 'name'),
    ).filter(Boolean),
    buttons: Array.from(
      inside.matchAll(/<button\b([^>]*)>(.*?)<\/button>/gs),
      ([, tag = '', label = '']) => ({
        name: attribute(tag, 'name'),
        value: attribute(tag, 'value'),
        label: decoded(label.replaceAll(/<[^>]*>/g, '')).trim(),
      }),
    ),
  }));
}
