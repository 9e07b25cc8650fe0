import { randomUUID } from 'node:crypto';
import { MediaNode, MediaNodes } from '@tapaamo/visit';
import { CALM, silence } from '../../support/door.js';
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
    nodes.announce({ ...CALM, nodeId, url, load });
  const alive = (): Promise<Set<string>> => nodes.aliveIds(api.dataSource.manager);

  it('that starts at the address of another follows it at once, for the other is dead', async () => {
    const [dead, successor, neighbour] = [randomUUID(), randomUUID(), randomUUID()];
    await announce(dead, 'http://a.example:8081');
    await announce(neighbour, 'http://b.example:8081');
    await announce(successor, 'http://a.example:8081');
    expect(await alive()).toEqual(new Set([successor, neighbour]));
  });

  it.each(['2027-02-10T07:59:00.000Z', '2027-02-10T08:01:00.000Z'])(
    'is alive though its clock says %s and the API’s another minute',
    async (now) => {
      const machine = await startApi({ database: api.database, now });
      const node = randomUUID();
      await machine
        .get(MediaNodes)
        .announce({ ...CALM, nodeId: node, url: `http://${node}.example` });
      await machine.close();
      expect(await alive()).toContain(node);
      await silence(api, node, '6 seconds');
      expect(await alive()).not.toContain(node);
    },
  );

  it('keeps its row and tells its load', async () => {
    const node = randomUUID();
    await announce(node, 'http://c.example:8081', 0.2);
    await announce(node, 'http://c.example:8081', 0.7);
    const { load } = await api.dataSource.manager.findOneByOrFail(MediaNode, { id: node });
    expect(load).toBeCloseTo(0.7);
  });
});
