import { DatabaseNotifications } from '@tapaamo/database';
import { expectProblem, type ApiClient } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { announceNode, enter, openDoor, visitPath } from '../../support/door.js';
import { eventually } from '../../support/eventually.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** A page that listens for changes: what it was told so far. */
interface Listener {
  visitIds: string[];
  text: () => string;
  ended: () => boolean;
  stop(): void;
}

describe('the stream of changes', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let other: TestOrganisation;
  let own: BookedVisit;
  let colleagues: BookedVisit;
  let strangers: BookedVisit;
  const listeners: Listener[] = [];

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    other = await buildWorld(api.dataSource, { name: 'Toinen' });
    await announceNode(api);
    own = await bookedVisit(api, world.service);
    colleagues = await bookedVisit(api, world.service);
    strangers = await bookedVisit(api, other.service);
  });

  afterEach(() => {
    listeners.splice(0).forEach((listener) => listener.stop());
  });

  afterAll(async () => {
    await api.close();
  });

  const listen = async (client: ApiClient): Promise<Listener> => {
    const abort = new AbortController();
    const response = await fetch(`${api.origin}/api/visit-changes`, {
      headers: client.headers(),
      signal: abort.signal,
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(response.headers.get('cache-control')).toMatch(/no-store|no-cache/);
    let text = '';
    let over = false;
    const listener = {
      visitIds: [] as string[],
      text: () => text,
      ended: () => over,
      stop: () => abort.abort(),
    };
    const read = async () => {
      for await (const chunk of response.body ?? []) {
        text += Buffer.from(chunk as Uint8Array).toString();
        listener.visitIds = [...text.matchAll(/"visitId":"([^"]+)"/g)].map(([, id]) => id ?? '');
      }
    };
    void read()
      .catch(() => undefined)
      .finally(() => (over = true));
    listeners.push(listener);
    return listener;
  };
  const say = (text: string) =>
    api.get(DatabaseNotifications).notify(api.dataSource.manager, 'visit_changed', text);
  const payloadOf = (visitId: string) =>
    `${(visitId === strangers.visitId ? other : world).organisationId}/${visitId}`;
  const tell = (visitId: string) => say(payloadOf(visitId));

  it('tells a professional of their own visits, by id and nothing else', async () => {
    const page = await listen(own.professional);
    await openDoor(own.client, own.link);
    await enter(own.client);
    await eventually('the arrival is told', () => page.visitIds.length > 0);
    await own.client.post('/api/door/device-check', { camera: 'works', microphone: 'works' });
    await eventually('the device test is told', () => page.visitIds.length > 1);
    expect(new Set(page.visitIds)).toEqual(new Set([own.visitId]));
    expect(page.text()).not.toMatch(/Aino|Virtanen|358/);
  });

  it('tells nobody of the visits of others', async () => {
    const pages = [await listen(colleagues.professional), await listen(strangers.professional)];
    const mine = await listen(own.professional);
    for (const visit of [own, colleagues, strangers, own]) {
      await tell(visit.visitId);
    }
    await eventually('the last change is told', () => mine.visitIds.length === 2);
    await eventually('the others heard of theirs', () =>
      pages.every((page) => page.visitIds.length === 1),
    );
    expect(pages.map((page) => page.visitIds)).toEqual([[colleagues.visitId], [strangers.visitId]]);
  });

  it('reaches every page of a professional, and a closed one is forgotten', async () => {
    const [first, second] = [await listen(own.professional), await listen(own.professional)];
    await tell(own.visitId);
    await eventually(
      'both heard',
      () => first.visitIds.length === 1 && second.visitIds.length === 1,
    );
    first.stop();
    await eventually('the page is gone', () => first.ended());
    await tell(own.visitId);
    await eventually('the other heard again', () => second.visitIds.length === 2);
  });

  it('is silent about a change that was rolled back', async () => {
    const page = await listen(own.professional);
    await api.dataSource
      .transaction(async (tx) => {
        await api.get(DatabaseNotifications).notify(tx, 'visit_changed', payloadOf(own.visitId));
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    await tell(own.visitId);
    await eventually('the later change is told', () => page.visitIds.length > 0);
    expect(page.visitIds).toHaveLength(1);
  });

  it('is for signed-in professionals', async () => {
    expect(expectProblem(await api.client().get('/api/visit-changes')).code).toBe(
      'access.sign-in-required',
    );
    expect(expectProblem(await own.client.get('/api/visit-changes')).code).toBe(
      'access.sign-in-required',
    );
    const admin = api.client();
    await admin.signIn(world.admin.email);
    expect(expectProblem(await admin.get('/api/visit-changes')).code).toBe(
      'access.denied-or-missing',
    );
  });

  it('stands nonsense in the database’s notifications', async () => {
    const page = await listen(own.professional);
    for (const nonsense of [
      '',
      'x',
      "'; DROP TABLE visit; --",
      '00000000-0000-0000-0000-000000000000',
      'x/y',
      payloadOf('x'),
    ]) {
      await say(nonsense);
    }
    await eventually('pages were told to read everything, or nothing', async () => {
      const again = await listen(own.professional);
      await tell(own.visitId);
      return eventually('a change is told', () => again.visitIds.includes(own.visitId));
    });
    expect((await own.professional.get(visitPath(own.visitId))).status).toBe(200);
    expect(page.visitIds.filter((id) => id !== own.visitId)).toEqual([]);
  });

  // Last, because the two share one passport in this process, which the second leaves behind closed.
  it('is told through another process of the API too', async () => {
    const replica = await startApi({ beside: api });
    const page = await listen(own.professional);
    await replica
      .get(DatabaseNotifications)
      .notify(replica.dataSource.manager, 'visit_changed', payloadOf(own.visitId));
    await eventually('the change is told', () => page.visitIds.length === 1);
    await replica.close();
  });
});
