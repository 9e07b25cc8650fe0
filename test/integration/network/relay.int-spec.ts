import { once } from 'node:events';
import { resolve } from 'node:path';
import { FixedClock, SystemClock } from '@tapaamo/common';
import { Relays } from '@tapaamo/visit';
import { ImpairedLine } from '../../support/network/impaired-line.js';
import { TurnClient, type TurnCredential } from '../../support/network/turn-client.js';
import { TURN_PORTS, TURN_SECRET, startTurnserver } from '../../support/network/turnserver.js';
import { WayIn } from '../../support/network/way-in.js';
import { describeWithLine } from '../../support/network/with-line.js';
import { testConfig } from '../../support/test-config.js';
import { until } from '../../support/until.js';

const ECHO = resolve('test', 'support', 'network', 'inside', 'udp-echo.mjs');
const ECHO_PORT = 40_000;
const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
const OVER_QUOTA = 486;

describeWithLine('the relay', () => {
  let line: ImpairedLine;
  let way: WayIn;
  const clients: TurnClient[] = [];

  beforeAll(async () => {
    line = await ImpairedLine.open({ seed: 1 });
    await startTurnserver(line.far);
    way = await WayIn.open(line.far, TURN_PORTS.plain, line.far.addresses[1]);
  });

  afterEach(() => {
    clients.splice(0).forEach((client) => client.close());
  });

  afterAll(async () => {
    await line.close();
  });

  function credentialOf(participantId: string, ago = 0): TurnCredential {
    const config = testConfig({ TURN_URLS: ['turn:turn.test'], TURN_SECRET });
    const then = new Date(new SystemClock().nowMs() - ago);
    return new Relays(config, new FixedClock(then)).iceServersFor(participantId)[0]!;
  }

  function ask(credential = credentialOf('somebody')): TurnClient {
    const client = new TurnClient(way.connect(), credential);
    clients.push(client);
    return client;
  }

  it('carries packets to a media node and back', async () => {
    const { far } = line;
    const echo = far.spawn(process.execPath, [ECHO, far.address, String(ECHO_PORT)]);
    await once(echo.stdout!, 'data');
    const client = ask();
    expect(await client.allocate()).toBe(0);
    expect(await client.permit(far.address)).toBe(0);
    expect(await client.echo(far.address, ECHO_PORT, 'media')).toBe('media');
    expect(await client.bindChannel(far.address)).toBe(0);
  });

  it.each([
    ['the relay itself', '10.213.0.3'],
    ['a neighbour of the media node', '10.213.0.1'],
    ['loopback', '127.0.0.1'],
    ['this machine', '0.0.0.0'],
    ['a private network', '10.0.0.5'],
    ['another private network', '172.16.0.5'],
    ['a third private network', '192.168.1.5'],
    ['a carrier’s network', '100.64.0.5'],
    ['what a cloud tells its machines', '169.254.169.254'],
    ['many at once', '224.0.0.251'],
    ['somebody on the Internet', '198.51.100.7'],
  ])('does not reach %s, nor as an address of IPv6', async (_what, address) => {
    const client = ask();
    expect(await client.allocate()).toBe(0);
    expect(await client.permit(address)).toBe(FORBIDDEN);
    expect(await client.bindChannel(address)).toBe(FORBIDDEN);
    const other = ask();
    expect(await other.allocate(6)).toBe(0);
    for (const written of [`::ffff:${address}`, `64:ff9b::${address}`]) {
      expect(await other.permit(written)).toBe(FORBIDDEN);
      expect(await other.bindChannel(written)).toBe(FORBIDDEN);
    }
  });

  it.each(['::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '2001:db8::1'])(
    'does not reach %s',
    async (address) => {
      const client = ask();
      expect(await client.allocate(6)).toBe(0);
      expect(await client.permit(address)).toBe(FORBIDDEN);
    },
  );

  it('opens nothing to a credential that is over, forged, or of another secret', async () => {
    const good = credentialOf('somebody');
    const later = { ...good, username: good.username.replace(/^\d+/, (end) => String(+end + 60)) };
    expect(await ask(good).allocate()).toBe(0);
    expect(await ask(credentialOf('somebody', 7_201_000)).allocate()).toBe(UNAUTHORIZED);
    expect(await ask(later).allocate()).toBe(UNAUTHORIZED);
    expect(await ask({ ...good, credential: 'guessed' }).allocate()).toBe(UNAUTHORIZED);
    expect(await ask({ username: '', credential: '' }).allocate()).toBe(UNAUTHORIZED);
  });

  it('keeps a way that was opened when its credential is over, so that nobody falls out of a call', async () => {
    const credential = credentialOf('somebody', 7_200_000 - 2_000);
    const client = ask(credential);
    expect(await client.allocate()).toBe(0);
    await until(async () => (await ask(credential).allocate()) === UNAUTHORIZED, {
      what: 'the credential to end',
    });
    expect(await client.refresh()).toBe(0);
  });

  it('gives one person so many ways and no more, whichever credential they come with', async () => {
    const codes: number[] = [];
    for (let number = 0; number < 17; number += 1) {
      codes.push(await ask(credentialOf('greedy', number * 1_000)).allocate());
    }
    expect(codes).toEqual([...Array.from({ length: 16 }, () => 0), OVER_QUOTA]);
    expect(await ask(credentialOf('another')).allocate()).toBe(0);
  });
});
