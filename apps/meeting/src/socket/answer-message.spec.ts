import { SystemRandomness } from '@tapaamo/common';
import { SIGNALLING_REQUESTS, type SignallingRequest } from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import { Meeting, Seat, type MeetingConnection } from '@tapaamo/meeting';
import { MEETING_HANDLERS } from '../meeting/meeting-handlers.js';
import type { MeetingMetrics } from '../metrics/meeting-metrics.service.js';
import { AnswerMessage } from './answer-message.service.js';
import { SocketLine, type MeetingSocket } from './socket-line.js';
import { SocketRequestRegistry } from './socket-request-registry.js';
import { declarationOf, type SocketRequestHandler } from './socket-request.js';

const DTLS = { fingerprints: [{ algorithm: 'sha-256', value: 'AB' }] };
const SENT = { codecs: [{ mimeType: 'audio/opus' }] };

/** A body that fits, of every request of the contract: a new request needs one here. */
const BODIES: Record<SignallingRequest, unknown> = {
  joinMeeting: { rtpCapabilities: {} },
  connectTransport: { direction: 'send', dtlsParameters: DTLS },
  restartIce: { direction: 'send' },
  produce: { kind: 'audio', source: 'microphone', rtpParameters: SENT },
  pauseProducer: { producerId: 'mine' },
  resumeProducer: { producerId: 'mine' },
  closeProducer: { producerId: 'mine' },
  resumeConsumer: { consumerId: 'mine' },
  pauseConsumer: { consumerId: 'mine' },
  produceText: { sctpStreamParameters: { streamId: 0 } },
  readText: { textConsumerId: 'mine' },
  setPreferredLayers: { consumerId: 'mine', spatialLayer: 0 },
  raiseHand: { raised: true },
  lowerHand: { participantId: '5e1f2a10-8c1d-4a53-9c50-0d7f4b6e2a11' },
  react: { reaction: 'thumb' },
  reportLine: { state: 'weak', holdsPictures: false, receivesLittle: false },
  leaveMeeting: {},
};
const EVENTS = Object.keys(SIGNALLING_REQUESTS) as SignallingRequest[];

interface Stage {
  meeting: Meeting;
  seat: Seat;
  line: SocketLine;
}

const other = (): MeetingConnection => ({
  id: 'other',
  notify: () => undefined,
  disconnect: () => undefined,
});

/** What can be the matter with a line, and which requests it may still make. */
const STATES: Record<string, { happens: (stage: Stage) => void; allowed: readonly string[] }> = {
  'is let in': { happens: () => undefined, allowed: EVENTS },
  'waits, or was sent back to wait': {
    happens: ({ seat }) => (seat.admission = 'waiting'),
    allowed: ['leaveMeeting'],
  },
  'was shown out': { happens: ({ meeting, seat }) => meeting.seats.remove(seat), allowed: [] },
  'left, or their visit or session ended': {
    happens: ({ meeting, seat }) => {
      meeting.seats.remove(seat);
      seat.admission = 'left';
      seat.disconnect();
    },
    allowed: [],
  },
  'goes on in another tab': {
    happens: ({ seat }) => seat.connect(other(), 'session'),
    allowed: [],
  },
  'has a new seat since': {
    happens: ({ meeting, seat }) => meeting.seats.add(new Seat(claims, seat.admission)),
    allowed: [],
  },
  'was never given a seat': { happens: ({ line }) => (line.seat = null), allowed: [] },
};

const claims = {
  organisationId: 'organisation',
  visitId: 'visit',
  participantId: 'client',
  sessionId: 'session',
  role: 'client',
} as const;

describe('every request over a line', () => {
  const carriedOut: SignallingRequest[] = [];
  let during: () => void;

  const answer = () => {
    const handlers = MEETING_HANDLERS.map((handler) => {
      const { event } = declarationOf(handler)!;
      const stub = Object.create(handler.prototype as object) as SocketRequestHandler;
      stub.handle = async () => {
        carriedOut.push(event);
        await Promise.resolve();
        during();
        return {};
      };
      return stub;
    });
    const metrics = { requestTook: () => undefined, refused: () => undefined };
    return new AnswerMessage(
      new SocketRequestRegistry(handlers),
      metrics as unknown as MeetingMetrics,
      new SystemRandomness(),
      new Logger('meeting', 'silent', { write: () => undefined }),
    );
  };

  /** A participant who was let in, with a line. */
  const stage = (): Stage => {
    const meeting = new Meeting({ organisationId: 'organisation', visitId: 'visit' }, {
      pool: {},
      summaries: { seatEnded: () => undefined },
    } as never);
    const socket = { id: 'line', emit: () => true, disconnect: () => undefined };
    const line = new SocketLine(socket as unknown as MeetingSocket, claims, meeting);
    const seat = new Seat(claims, 'admitted');
    meeting.seats.add(seat);
    seat.connect(line, 'session');
    line.seat = seat;
    return { meeting, seat, line };
  };

  const ask = async (line: SocketLine, event: SignallingRequest): Promise<string> => {
    const answered = Promise.withResolvers<{ ok: boolean; code?: string }>();
    await answer().answer(line, [event, BODIES[event], answered.resolve]);
    const ack = await answered.promise;
    return ack.ok ? 'ok' : (ack.code ?? '');
  };

  beforeEach(() => {
    carriedOut.length = 0;
    during = () => undefined;
  });

  describe.each(Object.entries(STATES))('of who %s', (_, { happens, allowed }) => {
    it.each(EVENTS)('is answered by where they stand now: %s', async (event) => {
      const at = stage();
      happens(at);
      const isAllowed = allowed.includes(event);
      expect(await ask(at.line, event)).toBe(isAllowed ? 'ok' : 'meeting.not-admitted');
      expect(carriedOut).toEqual(isAllowed ? [event] : []);
    });

    it.each(EVENTS.filter((event) => event !== 'leaveMeeting'))(
      'is answered by where they stand when it was carried out: %s',
      async (event) => {
        const at = stage();
        during = () => happens(at);
        const expected = allowed.includes(event) ? 'ok' : 'meeting.not-admitted';
        expect(await ask(at.line, event)).toBe(expected);
        expect(carriedOut).toEqual([event]);
      },
    );
  });

  it('has a body here', () => {
    expect(Object.keys(BODIES).sort()).toEqual([...EVENTS].sort());
  });
});
