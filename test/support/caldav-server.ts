import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was asked. */
export interface DavAsked {
  method: string;
  path: string;
  authorization: string | undefined;
  depth: string | undefined;
  text: string;
}

/** Answers one request. */
export type DavAnswering = (asked: DavAsked, response: ServerResponse) => void;

/** Who may read the calendars of every kind of server here. */
export const DAV_SIGN_IN = { accountName: 'aino', password: 'päivää: 1' };

/** A server of calendars of somebody else, in the shapes of several: every kind has one calendar of work, named `Työ & muu`. */
export class CalDavServer {
  readonly asked: DavAsked[] = [];
  answering: DavAnswering = radicale([]);
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<CalDavServer> {
    const server = new CalDavServer();
    await new Promise<void>((done) => server.#server.listen(0, '127.0.0.1', done));
    return server;
  }

  /** An address of it, plain, as on a developer's machine. */
  address(path: string): string {
    return `http://${this.host}${path}`;
  }

  get host(): string {
    return `127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request as AsyncIterable<Buffer>) {
      text += chunk.toString();
    }
    const { method = '', url: path = '', headers } = request;
    const { authorization, depth } = headers;
    const asked = { method, path, authorization, depth: depth as string | undefined, text };
    this.asked.push(asked);
    this.answering(asked, response);
  }
}

/** Answers with 207 and the resources of one. */
export function multistatus(response: ServerResponse, text: string): void {
  response.writeHead(207, { 'content-type': 'application/xml; charset=utf-8' }).end(text);
}

/** Lets in who signs in by `DAV_SIGN_IN`. */
export function behindSignIn(answering: DavAnswering): DavAnswering {
  const { accountName, password } = DAV_SIGN_IN;
  const right = `Basic ${Buffer.from(`${accountName}:${password}`).toString('base64')}`;
  return (asked, response) => {
    if (asked.authorization === right) {
      answering(asked, response);
    } else {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end('no');
    }
  };
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** As Radicale 3.1.8 answers, recorded. The person is known at `/`, calendars lie beneath them. */
export function radicale(calendars: readonly string[]): DavAnswering {
  const head =
    '<?xml version=\'1.0\' encoding=\'utf-8\'?>\n<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">';
  const principal = '<current-user-principal><href>/aino/</href></current-user-principal>';
  const rest = (names: string) =>
    `<propstat><prop>${names}</prop><status>HTTP/1.1 404 Not Found</status></propstat>`;
  const one = (href: string, prop: string, missing: string) =>
    `<response><href>${href}</href><propstat><prop>${prop}</prop><status>HTTP/1.1 200 OK</status></propstat>${missing}</response>`;
  const person = one(
    '/aino/',
    `<resourcetype><principal /><collection /></resourcetype>${principal}<C:calendar-home-set><href>/aino/</href></C:calendar-home-set>`,
    rest('<displayname /><C:supported-calendar-component-set />'),
  );
  const work = one(
    '/aino/tyo/',
    `<resourcetype><C:calendar /><collection /></resourcetype><displayname>Työ &amp; muu</displayname>${principal}<C:supported-calendar-component-set><C:comp name="VTODO" /><C:comp name="VEVENT" /><C:comp name="VJOURNAL" /></C:supported-calendar-component-set>`,
    rest('<C:calendar-home-set />'),
  );
  const root = one(
    '/',
    `<resourcetype><collection /></resourcetype>${principal}`,
    rest('<displayname /><C:calendar-home-set /><C:supported-calendar-component-set />'),
  );
  const places: Readonly<Record<string, string>> = {
    'PROPFIND / 0': root,
    'PROPFIND /aino/ 0': person,
    'PROPFIND /aino/ 1': person + work,
    'PROPFIND /aino/tyo/ 0': work,
    'REPORT /aino/tyo/ 1': calendars
      .map((text, index) =>
        one(
          `/aino/tyo/${String(index)}.ics`,
          `<C:calendar-data>${escaped(text)}</C:calendar-data>`,
          '',
        ),
      )
      .join(''),
  };
  return behindSignIn(({ method, path, depth = '' }, response) => {
    const found = places[`${method} ${path} ${depth}`];
    if (path === '/.well-known/caldav') {
      response.writeHead(301, { location: '/' }).end('Redirected to /');
    } else if (found === undefined) {
      response.writeHead(403, { 'content-type': 'text/plain' }).end('Access forbidden.');
    } else {
      multistatus(response, `${head}${found}</multistatus>`);
    }
  });
}

/**
 * In the shape of Nextcloud (sabre/dav): a page at `/`, the well-known address sends on, principals and calendars apart,
 * beside calendars an inbox, tasks and a bin; ends of line as references.
 */
export function nextcloud(calendars: readonly string[]): DavAnswering {
  const head =
    '<?xml version="1.0"?>\n<d:multistatus xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns" xmlns:cal="urn:ietf:params:xml:ns:caldav" xmlns:cs="http://calendarserver.org/ns/" xmlns:nc="http://nextcloud.com/ns">';
  const one = (path: string, prop: string) =>
    `<d:response><d:href>/remote.php/dav/${path}</d:href><d:propstat><d:prop>${prop}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat><d:propstat><d:prop><cal:nothing/></d:prop><d:status>HTTP/1.1 404 Not Found</d:status></d:propstat></d:response>`;
  const principal =
    '<d:current-user-principal><d:href>/remote.php/dav/principals/users/aino/</d:href></d:current-user-principal>';
  const collection = (type: string, name: string, components: string) =>
    `<d:resourcetype><d:collection/>${type}</d:resourcetype><d:displayname>${name}</d:displayname>${principal}<cal:supported-calendar-component-set>${components}</cal:supported-calendar-component-set>`;
  const home = [
    one('calendars/aino/', `<d:resourcetype><d:collection/></d:resourcetype>${principal}`),
    one(
      'calendars/aino/ty%C3%B6/',
      collection('<cal:calendar/>', 'Työ &amp; muu', '<cal:comp name="VEVENT"/>'),
    ),
    one(
      'calendars/aino/tasks/',
      collection('<cal:calendar/>', 'Tehtävät', '<cal:comp name="VTODO"/>'),
    ),
    one('calendars/aino/inbox/', collection('<cal:schedule-inbox/>', 'Inbox', '')),
    one('calendars/aino/trashbin/', collection('<nc:trash-bin/>', '', '')),
  ].join('');
  const person = `<d:resourcetype><d:principal/></d:resourcetype>${principal}<cal:calendar-home-set><d:href>/remote.php/dav/calendars/aino/</d:href></cal:calendar-home-set>`;
  const places: Readonly<Record<string, string>> = {
    'PROPFIND /remote.php/dav/ 0': one(
      '',
      `<d:resourcetype><d:collection/></d:resourcetype>${principal}`,
    ),
    'PROPFIND /remote.php/dav/principals/users/aino/ 0': one('principals/users/aino/', person),
    'PROPFIND /remote.php/dav/calendars/aino/ 1': home,
    'REPORT /remote.php/dav/calendars/aino/ty%C3%B6/ 1': calendars
      .map((text, index) =>
        one(
          `calendars/aino/ty%C3%B6/${String(index)}.ics`,
          `<cal:calendar-data>${escaped(text).replaceAll('\r\n', '&#13;\n')}</cal:calendar-data>`,
        ),
      )
      .join(''),
  };
  const signedIn = behindSignIn(({ method, path, depth = '' }, response) => {
    const found = places[`${method} ${path} ${depth}`];
    if (found === undefined) {
      response
        .writeHead(404, { 'content-type': 'application/xml' })
        .end('<d:error xmlns:d="DAV:"/>');
    } else {
      multistatus(response, `${head}${found}</d:multistatus>`);
    }
  });
  return (asked, response) => {
    if (asked.path === '/.well-known/caldav') {
      response.writeHead(301, { location: '/remote.php/dav/' }).end();
    } else if (asked.path === '/') {
      response.writeHead(405, { 'content-type': 'text/html' }).end('<!DOCTYPE html><html></html>');
    } else {
      signedIn(asked, response);
    }
  };
}

/**
 * In the shape of a gateway to Exchange (DavMail): whole addresses, no list of components, texts as character data, and
 * the collection itself among the answers as one that has no such property.
 */
export function exchangeGateway(calendars: readonly string[], origin: string): DavAnswering {
  const head =
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- gateway -->\n<D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:E="urn:ietf:params:xml:ns:carddav">';
  const one = (path: string, prop: string) =>
    `<D:response><D:href>${origin}${path}</D:href><D:propstat><D:prop>${prop}</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`;
  const principal = `<D:current-user-principal><D:href>${origin}/principals/users/aino%40kunta.example</D:href></D:current-user-principal>`;
  const home = '/users/aino%40kunta.example/calendar/';
  const work = one(
    home,
    `<D:resourcetype><D:collection/><C:calendar/></D:resourcetype><D:displayname>Työ &#x26; muu</D:displayname>${principal}`,
  );
  const places: Readonly<Record<string, string>> = {
    'PROPFIND / 0': one('/', `<D:resourcetype><D:collection/></D:resourcetype>${principal}`),
    'PROPFIND /principals/users/aino%40kunta.example 0': one(
      '/principals/users/aino%40kunta.example',
      `<C:calendar-home-set><D:href>${origin}/users/aino%40kunta.example/calendar</D:href></C:calendar-home-set>`,
    ),
    'PROPFIND /users/aino%40kunta.example/calendar 1': work,
    [`REPORT ${home} 1`]: calendars
      .map((text, index) =>
        one(
          `${home}${String(index)}.EML`,
          `<C:calendar-data C:content-type="text/calendar" C:version="2.0"><![CDATA[${text}]]></C:calendar-data>`,
        ),
      )
      .join(''),
  };
  return behindSignIn(({ method, path, depth = '' }, response) => {
    const found = places[`${method} ${path} ${depth}`];
    if (found === undefined) {
      response.writeHead(404).end();
    } else {
      multistatus(response, `${head}${found}</D:multistatus>`);
    }
  });
}
