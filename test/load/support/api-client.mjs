/** A signed-in browser as far as the API can tell, without a page. */
export class ApiClient {
  /** Of who is signed in; empty before. */
  cookie = '';

  /** @param {string} origin */
  constructor(origin) {
    this.origin = origin;
  }

  /** @param {string} email @param {string} password */
  async signIn(email, password) {
    const answer = await this.send('POST', '/api/sign-in', { email, password });
    this.cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
  }

  /** @param {string} path */
  async get(path) {
    return (await this.send('GET', path)).json();
  }

  /**
   * @param {string} path @param {object} body
   * @param {string} [from] Network address the request seems to come from; limits count by it.
   */
  async post(path, body, from) {
    return (await this.send('POST', path, body, from)).json();
  }

  /**
   * @param {string} method @param {string} path @param {object} [body] @param {string} [from]
   * @throws Error with the answer, when it is a refusal.
   */
  async send(method, path, body, from) {
    const response = await fetch(this.origin + path, {
      method,
      headers: {
        'x-tapaamo': '1',
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(from === undefined ? {} : { 'x-forwarded-for': from }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    }
    return response;
  }
}
