import { LocalMedia } from './local-media.js';

/** A track of a device, with its light. */
class FakeTrack extends EventTarget {
  enabled = true;
  readyState: 'live' | 'ended' = 'live';

  constructor(readonly kind: 'audio' | 'video') {
    super();
  }

  stop(): void {
    this.readyState = 'ended';
  }

  getSettings(): object {
    return {};
  }
}

describe('camera and microphone', () => {
  const original = Object.getOwnPropertyDescriptor(navigator, 'mediaDevices');
  let opened: FakeTrack[];
  let answers: (() => void)[];
  let refusals: (() => void)[];

  beforeEach(() => {
    opened = [];
    answers = [];
    refusals = [];
    const getUserMedia = ({ audio, video }: MediaStreamConstraints) =>
      new Promise((resolve, reject) => {
        refusals.push(() => reject(new DOMException('', 'NotReadableError')));
        answers.push(() => {
          const kinds = [
            ...(audio ? (['audio'] as const) : []),
            ...(video ? (['video'] as const) : []),
          ];
          const tracks = kinds.map((kind) => new FakeTrack(kind));
          opened.push(...tracks);
          resolve({ getTracks: () => tracks });
        });
      });
    Object.defineProperty(navigator, 'mediaDevices', {
      configurable: true,
      value: { getUserMedia },
    });
  });

  afterEach(() => {
    if (original === undefined) {
      Reflect.deleteProperty(navigator, 'mediaDevices');
    } else {
      Object.defineProperty(navigator, 'mediaDevices', original);
    }
  });

  const lights = () => opened.map(({ readyState }) => readyState);

  it('stay closed when the person left while the browser was still asking', async () => {
    const media = new LocalMedia();
    const opening = media.open();
    media.close();
    answers[0]?.();
    await opening;
    expect(lights()).toEqual(['ended', 'ended']);
    expect(media.store.get().camera.track).toBeUndefined();
    expect(media.store.get().microphone.track).toBeUndefined();
  });

  it('stay closed when the browser refuses both after they were closed: they are not asked for one by one', async () => {
    const media = new LocalMedia();
    const opening = media.open();
    media.close();
    refusals[0]?.();
    await opening;
    expect(answers).toHaveLength(1);
    expect(media.store.get().opening).toBe(false);
  });

  it('open again when they are asked for anew before the browser has answered for the closed ones', async () => {
    const media = new LocalMedia();
    const former = media.open();
    media.close();
    const latter = media.open();
    answers[0]?.();
    await former;
    expect(media.store.get().opening).toBe(true);
    answers[1]?.();
    await latter;
    expect(lights()).toEqual(['ended', 'ended', 'live', 'live']);
    expect(media.store.get().opening).toBe(false);
  });

  it('are wished on with one question', async () => {
    const media = new LocalMedia({ camera: false, microphone: false });
    const wishing = media.wish({ camera: true, microphone: true });
    expect(answers).toHaveLength(1);
    answers[0]?.();
    await wishing;
    await media.wish({ camera: false, microphone: false });
    expect(lights()).toEqual(['live', 'ended']);
    expect(media.store.get().microphone.track?.enabled).toBe(false);
  });

  it('stay closed when the camera was turned off while the browser was still asking', async () => {
    const media = new LocalMedia({ camera: false, microphone: false });
    const on = media.turn('camera', true);
    await media.turn('camera', false);
    answers[0]?.();
    await on;
    expect(lights()).toEqual(['ended']);
    expect(media.store.get().camera.track).toBeUndefined();
  });

  it('are forgotten when they were pulled out and nothing is left to open: no blurring of what is not there', async () => {
    const media = new LocalMedia();
    const opening = media.open();
    answers[0]?.();
    await opening;
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('nothing is there'));
    const camera = opened.find(({ kind }) => kind === 'video');
    camera?.stop();
    camera?.dispatchEvent(new Event('ended'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(media.store.get().camera.track).toBeUndefined();
    const blurring = media.blurBackground(true);
    expect(media.blur.get().state).not.toBe('starting');
    await blurring;
    await media.blurBackground(false);
    expect(media.store.get().camera.track).toBeUndefined();
  });

  it.each(['camera', 'microphone'] as const)(
    'leave no light on of a %s that another was chosen after',
    async (kind) => {
      const media = new LocalMedia();
      const choices = [media.choose(kind, 'first'), media.choose(kind, 'second')];
      answers.forEach((answer) => answer());
      await Promise.all(choices);
      expect(lights()).toEqual(['ended', 'live']);
    },
  );
});
