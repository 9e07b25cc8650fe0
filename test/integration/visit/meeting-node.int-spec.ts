import { randomUUID } from 'node:crypto';
import { MediaNode, MediaNodes } from '@tapaamo/visit';
import { startApi, type TestApi } from '../../support/start-api.js';

describe('a meeting node', () => {
  let api: TestApi;
  let nodes: MediaNodes;

  beforeAll(async () => {
    api = await startApi();
    nodes = api.get(MediaNodes);
  });

  afterAll(async () => {
    await api.close();
  });

  const announce = (nodeId: string, url: string, load = 0.1): Promise<void> =>
    nodes.announce({ nodeId, url, load, visits: 0 });
  const alive = (): Promise<Set<string>> => nodes.aliveIds(api.dataSource.manager);

  it('that starts at the address of another follows it at once, for the other is dead', async () => {
    const [dead, successor, neighbour] = [randomUUID(), randomUUID(), randomUUID()];
    await announce(dead, 'http://a.example:8081');
    await announce(neighbour, 'http://b.example:8081');
    await announce(successor, 'http://a.example:8081');
    expect(await alive()).toEqual(new Set([successor, neighbour]));
  });

  it('keeps its row and tells its load', async () => {
    const node = randomUUID();
    await announce(node, 'http://c.example:8081', 0.2);
    await announce(node, 'http://c.example:8081', 0.7);
    const { load } = await api.dataSource.manager.findOneByOrFail(MediaNode, { id: node });
    expect(load).toBeCloseTo(0.7);
  });
});
