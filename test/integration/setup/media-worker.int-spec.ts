import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

describe('media worker', () => {
  it('forwards a packet between two routers over SRTP', async () => {
    const binary = process.env.MEDIASOUP_WORKER_BIN ?? '';

    await expect(
      run(process.execPath, [resolve('infra/media-worker/verify-worker.mjs'), binary]),
    ).resolves.toBeDefined();
  }, 30_000);

  it('is refused when it is no worker', async () => {
    await expect(
      run(process.execPath, [resolve('infra/media-worker/obtain-media-worker.mjs')], {
        env: { ...process.env, MEDIASOUP_WORKER_BIN: '/bin/true' },
      }),
    ).rejects.toMatchObject({ stderr: expect.stringContaining('does not start here') as string });
  });
});
