import { until } from '../../support/until.js';
import { join } from './support/media-double.js';
import { MeetingNode } from './support/meeting-node.js';

describe('A meeting node', () => {
  let node: MeetingNode;
  beforeEach(async () => {
    node = await MeetingNode.start();
  });
  afterEach(async () => {
    await node.stop();
  });

  it('is ready once its workers run and the database has heard of it', async () => {
    const answer = await until(
      async () => {
        const response = await fetch(`${node.url}/health/ready`);
        return response.ok ? response.json() : null;
      },
      { what: 'readiness' },
    );
    expect(answer).toEqual({
      status: 'ready',
      checks: { mediaWorkers: true, database: true },
      // Its database is a double.
      databaseSettings: 'unknown',
    });
    expect(node.visits.announcements[0]).toMatchObject({ visits: 0 });
  });

  it('answers with headers that let no page do anything with it', async () => {
    const { headers } = await fetch(`${node.url}/health/live`);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('counts in numbers only', async () => {
    const { people, professional } = await node.openPair();
    await join(professional);
    await professional.codeOf('pauseProducer', { producerId: 'none' });
    const text = await (await fetch(`${node.url}/metrics`)).text();
    expect(text).toContain('tapaamo_meeting_meetings 1');
    expect(text).toContain('tapaamo_meeting_seats{state="connected"} 2');
    expect(text).toContain('tapaamo_media_workers{state="running"} 1');
    expect(text).toContain('tapaamo_media_worker_restarts_total 0');
    expect(text).toContain('tapaamo_signalling_refusals_total{code="meeting.object-missing"} 1');
    expect(text).toContain('tapaamo_meeting_join_seconds_count 1');
    expect(text).not.toContain(people.client.visitId);
  });

  it('takes nobody and is sent nobody any more once it stops', async () => {
    const { people, professional } = await node.openPair();
    await until(() => node.visits.announcements[0], { what: 'the node to be announced' });
    await node.stop();
    await professional.disconnected();
    expect(node.visits.withdrawn).toEqual([node.visits.announcements[0]?.nodeId]);
    await expect(node.open(people.client)).rejects.toThrow();
  });

  it('logs ids, codes and counts, and nothing that was sent', async () => {
    const { professional } = await node.openPair();
    await join(professional);
    await professional.codeOf('pauseProducer', { producerId: 'Matti-Meikäläinen' });
    const lines = JSON.stringify(node.log);
    expect(lines).toContain('signalling.refused');
    expect(lines).not.toContain('Meikäläinen');
    expect(lines).not.toContain('refused]');
  });
});
