import { staffSessionsSchema, type StaffRole } from '@tapaamo/contracts';
import { DatabaseNotifications } from '@tapaamo/database';
import type { Professional } from '@tapaamo/professional';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { bookedVisit } from '../../support/booked-visit.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { announceNode } from '../../support/door.js';
import { eventually } from '../../support/eventually.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** Issue 3: deactivation acts within one second. */
const WITHIN_MS = 1_000;

/** Somebody whose page is open. */
interface Listener {
  account: Professional;
  browser: ApiClient;
  /** What the page was told so far, and whether its stream has ended. */
  stream: { text: string; ended: boolean };
}

describe('the stream of a page that shows no visits', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let admin: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    await announceNode(api);
    admin = api.client();
    await admin.signIn(world.admin.email);
  });

  afterAll(async () => {
    await api.close();
  });

  const listen = async (
    browser: ApiClient,
    path = '/api/me/changes',
  ): Promise<Listener['stream']> => {
    const response = await fetch(`${api.origin}${path}`, { headers: browser.headers() });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const stream = { text: '', ended: false };
    const read = async () => {
      for await (const chunk of response.body ?? []) {
        stream.text += Buffer.from(chunk as Uint8Array).toString();
      }
    };
    void read().finally(() => (stream.ended = true));
    return stream;
  };
  const listener = async (roles: StaffRole[]): Promise<Listener> => {
    const account = await buildProfessional(api.dataSource, world, { roles });
    const browser = api.client();
    await browser.signIn(account.email);
    return { account, browser, stream: await listen(browser) };
  };
  const endsAtOnce = async ({ stream }: Listener) => {
    const begun = performance.now();
    await eventually('the stream ends', () => stream.ended);
    expect(performance.now() - begun).toBeLessThan(WITHIN_MS);
  };
  const done = async (asked: ReturnType<ApiClient['post']>) => {
    expect((await asked).status).toBe(204);
  };

  it.each<[StaffRole]>([['admin'], ['data-protection-officer'], ['professional'], ['team-lead']])(
    'of somebody with the role %s ends within a second as they are deactivated',
    async (role) => {
      const [leaver, other] = [await listener([role]), await listener([role])];
      await done(admin.post(`/api/staff/${leaver.account.id}/deactivate`));
      await endsAtOnce(leaver);
      expect(expectProblem(await leaver.browser.get('/api/me')).code).toBe(
        'access.sign-in-required',
      );
      expect(other.stream.ended).toBe(false);
    },
  );

  it('ends as the session is ended from another device, and that one goes on', async () => {
    const lost = await listener(['admin']);
    const kept = api.client();
    await kept.signIn(lost.account.email);
    await done(kept.post('/api/account/sessions/end-others'));
    await endsAtOnce(lost);
    expect((await lost.browser.get('/api/me')).status).toBe(401);
    const { sessions } = expectAnswer(
      await kept.get('/api/account/sessions'),
      200,
      staffSessionsSchema,
    );
    expect(sessions).toHaveLength(1);
  });

  it.each<[string, (who: Listener) => Promise<void>]>([
    ['signs out', async ({ browser }) => done(browser.post('/api/sign-out'))],
    [
      'gets another role',
      async ({ account }) => {
        const roles = ['data-protection-officer'];
        const wish = { displayName: 'Sanna Salonen', roles, version: 1 };
        await done(admin.post(`/api/staff/${account.id}`, wish));
      },
    ],
    [
      'has their sign-in reset',
      async ({ account }) => done(admin.post(`/api/staff/${account.id}/reset-sign-in`)),
    ],
  ])('ends as the person %s', async (_, happens) => {
    const who = await listener(['admin']);
    await happens(who);
    await endsAtOnce(who);
  });

  it('tells nothing, not even to whom a visit belongs that changed', async () => {
    const { account, professional, visitId } = await bookedVisit(api, world.service);
    const stream = await listen(professional);
    const visits = await listen(professional, '/api/visit-changes');
    const tell = `${world.organisationId}/${visitId}`;
    await api.get(DatabaseNotifications).notify(api.dataSource.manager, 'visit_changed', tell);
    await eventually('the change is told', () => visits.text.includes(visitId));
    await done(admin.post(`/api/staff/${account.id}/deactivate`));
    await eventually('the stream ends', () => stream.ended);
    expect(stream.text.trim()).toBe('');
  });
});
