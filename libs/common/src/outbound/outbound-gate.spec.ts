import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OutboundGate } from './outbound-gate.js';
import { HostRefusedError, NoAnswerError } from './outbound.errors.js';

const ALLOWED = 'adfs.kunta.example';
const GET = { method: 'GET', headers: {} };

describe('the way out to what somebody typed', () => {
  let server: Server;
  let port: number;
  let asked: number;

  beforeAll(async () => {
    server = createServer((_request, response) => {
      asked += 1;
      response.end('{}');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    ({ port } = server.address() as AddressInfo);
  });

  beforeEach(() => {
    asked = 0;
  });

  afterAll(() => new Promise((closed) => server.close(closed)));

  /** A gate whose names lead to the given addresses, one answer after the other. */
  const gate = (answers: string[][], isProduction = true) =>
    new OutboundGate({ isProduction, allowedHosts: [ALLOWED] }, (_host, done) => {
      const addresses = (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    });
  const failure = (outcome: Promise<unknown>) =>
    outcome.then(
      () => null,
      (error: unknown) => error,
    );

  it.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', 'fd00::1', '::ffff:127.0.0.1'])(
    'does not lead to a name that leads to %s',
    async (address) => {
      const url = `https://idp.example:${String(port)}/`;
      expect(await failure(gate([[address]]).fetch(url, GET))).toBeInstanceOf(HostRefusedError);
      expect(asked).toBe(0);
    },
  );

  it('looks at each answer of a name that changes its mind', async () => {
    const changing = gate([['192.0.2.1'], ['127.0.0.1']]);
    const url = `https://idp.example:${String(port)}/`;
    expect(await failure(changing.fetch(url, GET))).toBeInstanceOf(HostRefusedError);
    expect(await failure(changing.fetch(url, GET))).toBeInstanceOf(HostRefusedError);
  });

  it('leads to none of the private addresses of a name that has a public one as well', async () => {
    const url = `http://localhost:${String(port)}/`;
    const developer = gate([['10.0.0.1', '127.0.0.1']], false);
    expect((await developer.fetch(url, GET)).status).toBe(200);
    expect(asked).toBe(1);
  });

  it('leads to a private address of a host that the operator allows, sealed', async () => {
    const url = `https://${ALLOWED.toUpperCase()}:${String(port)}/`;
    // Nobody there speaks TLS: the connection was made.
    expect(await failure(gate([['127.0.0.1']]).fetch(url, GET))).toBeInstanceOf(NoAnswerError);
    const plain = `http://${ALLOWED}:${String(port)}/`;
    expect(await failure(gate([['127.0.0.1']]).fetch(plain, GET))).toBeInstanceOf(HostRefusedError);
  });

  it.each([
    'http://idp.example',
    'http://localhost',
    'http://127.0.0.1',
    'https://127.0.0.1',
    'https://0x7f000001',
    'https://2130706433',
    'https://[::1]',
    'https://[::ffff:10.0.0.1]',
    'https://169.254.169.254',
    'file:///etc/passwd',
    'ftp://idp.example',
    'javascript:alert(1)',
  ])('does not lead to %s in production', (url) => {
    expect(() => gate([]).require(new URL(url))).toThrow(HostRefusedError);
  });

  describe('that leads to allowed hosts only', () => {
    const PRIVATE = 'records.kunta.example';
    const closed = (addresses: string[]) =>
      new OutboundGate(
        {
          isProduction: true,
          allowedHosts: [`${ALLOWED}:${String(port)}`, `${PRIVATE}:${String(port)}=10.20.0.0/16`],
          isClosed: true,
        },
        (_host, done) =>
          done(
            null,
            addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
          ),
      );
    const outcome = (host: string, address: string) =>
      failure(
        closed([address]).fetch(`https://${host}:${String(port)}/`, {
          ...GET,
          signal: AbortSignal.timeout(300),
        }),
      );

    it.each(['https://other.example', 'https://192.0.2.1', 'https://8.8.8.8', `http://${ALLOWED}`])(
      'leads not to %s',
      (url) => {
        expect(() => closed([]).require(new URL(url))).toThrow(HostRefusedError);
        expect(() =>
          closed([]).require(new URL(`https://${ALLOWED}:${String(port)}`)),
        ).not.toThrow();
      },
    );

    it.each([
      [ALLOWED, '10.20.0.1'],
      [ALLOWED, '127.0.0.1'],
      [ALLOWED, '169.254.169.254'],
      [PRIVATE, '10.21.0.1'],
      [PRIVATE, '127.0.0.1'],
      [PRIVATE, '::ffff:10.20.0.1'],
    ])('does not follow %s to %s, where its name leads by now', async (host, address) => {
      expect(await outcome(host, address)).toBeInstanceOf(HostRefusedError);
      expect(asked).toBe(0);
    });

    it('leads to the named port alone, and to the usual one where none is named', () => {
      const usual = new OutboundGate({
        isProduction: true,
        allowedHosts: [ALLOWED],
        isClosed: true,
      });
      for (const [way, at, isLet] of [
        [usual, '', true],
        [usual, ':443', true],
        [usual, `:${String(port)}`, false],
        [closed([]), '', false],
        [closed([]), ':22', false],
      ] as const) {
        const led = () => way.require(new URL(`https://${ALLOWED}${at}`));
        if (isLet) {
          expect(led).not.toThrow();
        } else {
          expect(led).toThrow(HostRefusedError);
        }
      }
    });

    it('follows a host into the network that the operator named', async () => {
      // Nobody answers there: the connection was tried.
      expect(await outcome(PRIVATE, '10.20.0.1')).toBeInstanceOf(NoAnswerError);
    });
  });

  it('leads to this machine on a developer’s machine, and to no private network', () => {
    const developer = gate([], false);
    expect(() => developer.require(new URL('http://localhost:8090'))).not.toThrow();
    expect(() => developer.require(new URL('http://127.0.0.1:8090'))).not.toThrow();
    for (const url of ['http://10.0.0.1', 'https://10.0.0.1', 'http://idp.example']) {
      expect(() => developer.require(new URL(url))).toThrow(HostRefusedError);
    }
  });
});
