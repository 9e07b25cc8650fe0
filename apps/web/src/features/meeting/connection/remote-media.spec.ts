import type { ConsumerDescription } from '@tapaamo/contracts';
import { withoutConsumer, withPaused, withTrack, type RemoteMedia } from './remote-media.js';

const PARTICIPANT = 'b0c5a3e0-0000-4000-8000-000000000001';
const track = {} as MediaStreamTrack;

function consumer(changes: Partial<ConsumerDescription> = {}): ConsumerDescription {
  return {
    consumerId: 'c1',
    producerId: 'p1',
    participantId: PARTICIPANT,
    kind: 'video',
    source: 'camera',
    rtpParameters: {},
    producerPaused: false,
    ...changes,
  };
}

describe('media of other participants', () => {
  const none: RemoteMedia = new Map();
  const camera = withTrack(none, consumer(), track);

  it('keeps camera and microphone of one participant side by side', () => {
    const both = withTrack(camera, consumer({ consumerId: 'c2', source: 'microphone' }), track);
    expect(Object.keys(both.get(PARTICIPANT) ?? {})).toEqual(['camera', 'microphone']);
  });

  it('replaces a source that the sender sent anew', () => {
    const replaced = withTrack(camera, consumer({ consumerId: 'c9' }), track);
    expect(replaced.get(PARTICIPANT)?.camera?.consumerId).toBe('c9');
  });

  it('notes a paused source', () => {
    expect(withPaused(camera, 'c1', true).get(PARTICIPANT)?.camera?.paused).toBe(true);
  });

  it('forgets a closed source and leaves the others', () => {
    const both = withTrack(camera, consumer({ consumerId: 'c2', source: 'microphone' }), track);
    expect(Object.keys(withoutConsumer(both, 'c1').get(PARTICIPANT) ?? {})).toEqual(['microphone']);
  });

  it('stays the same object when the consumer is not known', () => {
    expect(withPaused(camera, 'c404', true)).toBe(camera);
  });
});
