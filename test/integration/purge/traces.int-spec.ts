import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '../../support/test-config.js';
import { Traces } from '../../support/traces.js';

const CONTROL = 'ammattilainen@mallila.example';
const ORIGIN = 'http://localhost:8080';

describe('the search for what a run of the whole product used', () => {
  let folder: TemporaryFolder;
  let traces: Traces;
  let secret: string;

  beforeEach(() => {
    folder = temporaryFolder();
    traces = new Traces();
    secret = randomBytes(32).toString('base64url');
    writeFileSync(join(folder.path, 'control'), CONTROL);
  });

  afterEach(() => {
    folder.remove();
  });

  const leave = (text: string): void => {
    writeFileSync(join(folder.path, 'left'), `before ${text} after`);
  };
  const found = () => traces.findIn(folder.path, CONTROL);

  it.each<[string, () => void]>([
    [
      'a message',
      () => traces.noteMessage({ to: '+358401234567', text: `Avaa: ${ORIGIN}/v#${secret}\n` }),
    ],
    ['the address of a page', () => traces.noteAddress(`${ORIGIN}/v#${secret}`)],
    [
      'a look at the door',
      () => traces.noteRequest(`${ORIGIN}/api/door/look`, JSON.stringify({ link: secret })),
    ],
    [
      'the opening of the door',
      () =>
        traces.noteRequest(
          `${ORIGIN}/api/door/open`,
          JSON.stringify({ link: secret, language: 'fi' }),
        ),
    ],
  ])('looks for the secret of a link that was met in %s', async (_, meet) => {
    meet();
    await expect(found()).resolves.toEqual([]);
    leave(secret);
    await expect(found()).resolves.toHaveLength(1);
    leave(Buffer.from(secret, 'base64url').toString('hex'));
    await expect(found()).resolves.toHaveLength(1);
  });

  it.each([
    ['bookings', { clientHetu: ' 010190–900t' }],
    ['bookings', { participants: [{ role: 'guardian', hetu: '010190-900T' }] }],
    ['visits/5f1e2d3c/participants', { role: 'guardian', hetu: '010190-900T' }],
    ['visits/5f1e2d3c/participants/2f1e2d3c/identity-code', { hetu: '010190-900t' }],
  ])('looks for an identity code that was typed: %s %j', async (path, body) => {
    traces.noteRequest(`${ORIGIN}/api/${path}`, JSON.stringify(body));
    await expect(found()).resolves.toEqual([]);
    leave('010190-900T');
    await expect(found()).resolves.toHaveLength(1);
  });

  it('does not look for what a test made up instead of a secret', async () => {
    traces.noteAddress(`${ORIGIN}/v#${'A'.repeat(43)}`);
    traces.noteAddress(`${ORIGIN}/v#${secret.slice(0, -7)}`);
    leave(`${'A'.repeat(43)} ${secret}`);
    await expect(found()).resolves.toEqual([]);
  });

  it('fails when it does not find what is there', async () => {
    writeFileSync(join(folder.path, 'control'), '');
    await expect(found()).rejects.toThrow('does not find what is there');
  });
});
