import { DeadlineExceededError } from '@tapaamo/common';
import {
  MediaDescriptionInvalidError,
  MediaParticipant,
  MediaWorkerUnavailableError,
} from '@tapaamo/media';
import { RTP_CAPABILITIES, camera, join, microphone } from './support/media-double.js';
import { MeetingNode } from './support/meeting-node.js';

// Called with its own object below.
// eslint-disable-next-line @typescript-eslint/unbound-method
const { consume } = MediaParticipant.prototype;

/** Makes preparing some sources fail from now on, for whoever receives them. */
function failAt(producerIds: string[], failure: () => Error): void {
  MediaParticipant.prototype.consume = async function (...[producerId, capabilities]) {
    if (producerIds.includes(producerId)) {
      throw failure();
    }
    return await consume.call(this, producerId, capabilities);
  };
}

/** Makes preparing fail so often, for whoever receives; then it works. */
function failTimes(times: number): void {
  let left = times;
  MediaParticipant.prototype.consume = async function (...[producerId, capabilities]) {
    if (left > 0) {
      left -= 1;
      throw new DeadlineExceededError();
    }
    return await consume.call(this, producerId, capabilities);
  };
}

describe('Joining while a source cannot be forwarded', () => {
  let node: MeetingNode;
  beforeAll(async () => {
    node = await MeetingNode.start();
  });
  afterEach(() => {
    MediaParticipant.prototype.consume = consume;
  });
  afterAll(async () => {
    await node.stop();
  });

  /** A client who comes to somebody that sends both picture and sound. */
  async function comeToSender() {
    const { people, professional, client } = await node.openPair();
    await join(professional);
    const picture = await professional.get('produce', camera());
    const sound = await professional.get('produce', microphone());
    return { people, client, picture, sound };
  }

  it.each([
    ['media worker is silent', () => new DeadlineExceededError()],
    ['description is refused', () => new MediaDescriptionInvalidError()],
  ])('gives the others when for one the %s', async (_what, failure) => {
    const { people, client, picture, sound } = await comeToSender();
    failAt([picture.producerId], failure);
    expect((await join(client)).consumers).toMatchObject([sound]);
    const logged = node.log.filter(({ event }) => event === 'meeting.source-not-forwarded');
    expect(logged.at(-1)).toMatchObject({ participantId: people.client.participantId });

    MediaParticipant.prototype.consume = consume;
    const { consumers } = await client.get('joinMeeting', { rtpCapabilities: RTP_CAPABILITIES });
    expect(new Set(consumers.map(({ producerId }) => producerId))).toEqual(
      new Set([picture.producerId, sound.producerId]),
    );
  });

  it('gives what failed for a moment once it works, without being asked again', async () => {
    const { client, picture, sound } = await comeToSender();
    failAt([picture.producerId], () => new DeadlineExceededError());
    expect((await join(client)).consumers).toMatchObject([sound]);
    MediaParticipant.prototype.consume = consume;
    await client.told('consumerCreated', ({ producerId }) => producerId === picture.producerId);
  });

  it('tells of a new source once it works, however often it failed', async () => {
    const { professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    failTimes(3);
    const { producerId } = await professional.get('produce', microphone());
    await client.told('consumerCreated', (created) => created.producerId === producerId);
    expect(client.names.filter((name) => name === 'consumerCreated')).toHaveLength(1);
  });

  it('tries again no more what its sender ended meanwhile', async () => {
    const { professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    failTimes(1);
    const ended = await professional.get('produce', microphone());
    await professional.get('closeProducer', ended);
    const kept = await professional.get('produce', camera());
    await client.told('consumerCreated', ({ producerId }) => producerId === kept.producerId);
    const { consumers } = await client.get('joinMeeting', { rtpCapabilities: RTP_CAPABILITIES });
    expect(consumers).toMatchObject([kept]);
  });

  it('gives what was being prepared for a line that broke to the line that came after it', async () => {
    const { people, client, picture, sound } = await comeToSender();
    const ready = await client.told('meetingReady');
    const begun = Promise.withResolvers<true>();
    const gate = Promise.withResolvers<true>();
    MediaParticipant.prototype.consume = async function (...wanted) {
      begun.resolve(true);
      await gate.promise;
      return await consume.apply(this, wanted);
    };
    const wish = { rtpCapabilities: RTP_CAPABILITIES };
    client.socket.emit('joinMeeting', wish, () => undefined);
    await begun.promise;
    const back = await node.open(people.client, { epoch: ready.epoch });
    await back.told('meetingReady');
    const answer = back.get('joinMeeting', wish);
    // Its own question comes after the first one's, and the answer to this one after its own.
    expect(await back.codeOf('closeProducer', { producerId: 'none' })).not.toBe('ok');
    gate.resolve(true);
    const { consumers } = await answer;
    expect(consumers.map(({ producerId }) => producerId).sort()).toEqual(
      [picture.producerId, sound.producerId].sort(),
    );
  });

  it('is refused for now when the worker leaves nothing to give, and can be asked for again', async () => {
    const { client, picture, sound } = await comeToSender();
    failAt([picture.producerId, sound.producerId], () => new MediaWorkerUnavailableError());
    await client.told('meetingReady');
    const wish = { rtpCapabilities: RTP_CAPABILITIES };
    expect(await client.codeOf('joinMeeting', wish)).toBe('media.worker-unavailable');
    MediaParticipant.prototype.consume = consume;
    expect((await client.get('joinMeeting', wish)).consumers).toHaveLength(2);
  });

  it('succeeds when what is sent is refused for good, so that nobody asks for it again and again', async () => {
    const { client, picture, sound } = await comeToSender();
    failAt([picture.producerId, sound.producerId], () => new MediaDescriptionInvalidError());
    expect((await join(client)).consumers).toEqual([]);
  });
});
