import { CameraView, type Blur, type Blurred } from './camera-view.js';

/** A track that remembers whether it was stopped. */
function newTrack(name: string) {
  const track = { name, isStopped: false, stop: () => void (track.isStopped = true) };
  return track as unknown as MediaStreamTrack & { isStopped: boolean };
}

/** A view with everything that others could have seen, and the end of each blurring in the test's hand. */
function newView() {
  const seen: [MediaStreamTrack | undefined, Blur][] = [];
  const begun: {
    resolve: (blurred: Blurred) => void;
    reject: (error: Error) => void;
    fail: () => void;
  }[] = [];
  const view = new CameraView({
    openBlurred: (_, fail) =>
      new Promise<Blurred>((resolve, reject) => begun.push({ resolve, reject, fail })),
    changed: (track, blur) => seen.push([track, blur]),
  });
  return { view, seen, begun };
}

function newBlurred() {
  const blurred = {
    track: newTrack('blurred'),
    isClosed: false,
    close: () => void (blurred.isClosed = true),
  };
  return blurred;
}

describe('what others may see of a camera', () => {
  it('is the camera while no blur is wanted', async () => {
    const { view, seen } = newView();
    const camera = newTrack('camera');
    await view.open(camera);
    expect(seen).toEqual([[camera, 'off']]);
  });

  it('is never the camera itself from the moment that blur is wanted', async () => {
    const { view, seen, begun } = newView();
    const camera = newTrack('camera');
    await view.open(camera);
    seen.length = 0;
    const blurring = view.blur(true);
    expect(seen).toEqual([[undefined, 'starting']]);
    const blurred = newBlurred();
    begun[0]?.resolve(blurred);
    await blurring;
    expect(seen.at(-1)).toEqual([blurred.track, 'on']);
    const opening = view.open(newTrack('other camera'));
    expect(camera.isStopped).toBe(true);
    expect(seen.at(-1)).toEqual([undefined, 'starting']);
    expect(blurred.isClosed).toBe(true);
    begun[1]?.resolve(newBlurred());
    await opening;
    expect(seen.map(([track]) => track)).not.toContain(camera);
  });

  it('is the camera again once blur is not wanted any more', async () => {
    const { view, seen, begun } = newView();
    const camera = newTrack('camera');
    await view.open(camera);
    const blurring = view.blur(true);
    const blurred = newBlurred();
    begun[0]?.resolve(blurred);
    await blurring;
    await view.blur(false);
    expect(seen.at(-1)).toEqual([camera, 'off']);
    expect(blurred.isClosed).toBe(true);
    expect(camera.isStopped).toBe(false);
  });

  it.each(['at the beginning', 'later'])(
    'is nothing when blurring fails %s, and the light goes out',
    async (when) => {
      const { view, seen, begun } = newView();
      const camera = newTrack('camera');
      await view.open(camera);
      const blurring = view.blur(true);
      const blurred = newBlurred();
      if (when === 'later') {
        begun[0]?.resolve(blurred);
        await blurring;
        begun[0]?.fail();
        expect(blurred.isClosed).toBe(true);
      } else {
        begun[0]?.reject(new Error('no'));
        await blurring;
      }
      expect(seen.at(-1)).toEqual([undefined, 'failed']);
      expect(camera.isStopped).toBe(true);
    },
  );

  it('is nothing once the camera was closed while the blurring was still being made ready', async () => {
    const { view, seen, begun } = newView();
    const camera = newTrack('camera');
    await view.open(camera);
    const blurring = view.blur(true);
    view.close();
    const late = newBlurred();
    begun[0]?.resolve(late);
    await blurring;
    expect(seen.at(-1)?.[0]).toBeUndefined();
    expect(late.isClosed).toBe(true);
    expect(camera.isStopped).toBe(true);
  });
});
