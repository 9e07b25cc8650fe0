import { createServer } from 'node:net';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FakeInstallation, waitFor } from './fake-installation.js';

const UP = 'Tapaamo is running.';

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('the supervisor of npm start', () => {
  let installation: FakeInstallation;

  beforeEach(async () => {
    installation = await FakeInstallation.create();
  });

  afterEach(async () => {
    await installation.remove();
  }, 30_000);

  it('starts everything, says how to sign in, and leaves nothing when it is stopped', async () => {
    const run = installation.run();
    await run.says(UP);

    expect(run.output).toContain(`http://localhost:${installation.ports.API_PORT}`);
    expect(run.output).toContain('p@example.fi  /  secret');
    expect(await installation.answering()).toBe(5);

    run.child.kill('SIGTERM');

    expect(await run.ended).toBe(0);
    expect(await installation.answering()).toBe(0);
  }, 60_000);

  it('makes secrets once, readable by their owner only', async () => {
    const file = join(installation.folder, '.tapaamo', 'secrets.json');
    const first = installation.run();
    await first.says(UP);
    const secrets = readFileSync(file, 'utf8');
    first.child.kill('SIGTERM');
    await first.ended;
    await installation.run().says(UP);

    expect(readFileSync(file, 'utf8')).toBe(secrets);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  }, 60_000);

  it('restarts an app that crashed while the others go on', async () => {
    const run = installation.run();
    await run.says(UP);
    const meeting = await installation.ask('MEETING_PORT');
    const api = await installation.ask('API_PORT');

    await installation.ask('API_PORT', '/crash');
    await run.says('api ended (code 3); restarting it in 0.2 s.');
    await waitFor(() => installation.ask('API_PORT').then((answer) => answer !== ''));

    expect(await installation.ask('API_PORT')).not.toBe(api);
    expect(await installation.ask('MEETING_PORT')).toBe(meeting);
  }, 60_000);

  it('leaves nothing running when it is killed, even an app that hangs, and starts again', async () => {
    const run = installation.run();
    await run.says(UP);
    const hanging = Number(await installation.ask('MEETING_PORT'));
    await installation.ask('MEETING_PORT', '/hang');

    run.child.kill('SIGKILL');
    const again = installation.run();
    await again.says(UP);

    expect(Number(await installation.ask('MEETING_PORT'))).not.toBe(hanging);
    await waitFor(() => !isRunning(hanging));
  }, 60_000);

  it('stops within ten seconds although an app hangs', async () => {
    const run = installation.run();
    await run.says(UP);
    await installation.ask('MEETING_PORT', '/hang');
    const started = performance.now();

    run.child.kill('SIGTERM');

    expect(await run.ended).toBe(0);
    expect(performance.now() - started).toBeLessThan(10_000);
  }, 60_000);

  it('says that it is already running', async () => {
    const run = installation.run();
    await run.says(UP);
    const second = installation.run();

    expect(await second.ended).toBe(1);
    expect(second.output).toContain('Tapaamo is already running');
    expect(await installation.answering()).toBe(5);
  }, 60_000);

  it('names a taken port, the setting that moves it and the process that holds it', async () => {
    const holder = createServer();
    await new Promise<void>((done) => {
      holder.listen(installation.ports.SMTP_PORT, '127.0.0.1', done);
    });
    const run = installation.run();

    expect(await run.ended).toBe(1);
    holder.close();
    expect(run.output).toContain(`Port ${installation.ports.SMTP_PORT}`);
    expect(run.output).toContain(`is taken by process ${process.pid}`);
    expect(run.output).toContain('choose another port with SMTP_PORT');
    expect(await installation.answering()).toBe(0);
  }, 60_000);

  it('says plainly which app cannot start, with what it said', async () => {
    installation.writeApp('meeting', 'main', `console.error('no worker'); process.exit(9);`);
    const run = installation.run();

    expect(await run.ended).toBe(1);
    expect(run.output).toContain('meeting ends right after its start');
    expect(run.output).toContain('no worker');
    expect(await installation.answering()).toBe(0);
  }, 60_000);
});
