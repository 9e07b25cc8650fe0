import { seldomTicks } from './ticks.js';

/** Pictures a second at most: a face needs no more, and each costs the computer work. */
export const MOST_PICTURES_A_SECOND = 20;

/** One picture of a camera. It is shown only until what it was given to is done with it. */
export type UsePicture = (
  picture: CanvasImageSource,
  width: number,
  height: number,
) => Promise<void>;

/** Chromium's way to a camera's pictures, which goes on while the page is hidden. TypeScript does not know it yet. */
interface TrackProcessor {
  readable: ReadableStream<VideoFrame>;
}
type TrackProcessorConstructor = new (options: { track: MediaStreamTrack }) => TrackProcessor;

/**
 * Gives the pictures of a camera, one after another and none while the one before is still worked on, until stopped. They
 * go on while the page is hidden: a professional who looks into the record system is still seen.
 *
 * @returns The way to stop.
 */
export function eachPicture(camera: MediaStreamTrack, work: UsePicture): () => void {
  const { MediaStreamTrackProcessor } = globalThis as {
    MediaStreamTrackProcessor?: TrackProcessorConstructor;
  };
  return MediaStreamTrackProcessor === undefined
    ? throughElement(camera, work)
    : throughFrames(new MediaStreamTrackProcessor({ track: camera }), work);
}

function throughFrames({ readable }: TrackProcessor, work: UsePicture): () => void {
  const reader = readable.getReader();
  const read = async (): Promise<void> => {
    let usedAt = -Infinity;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const frame = next.value;
      try {
        if (performance.now() - usedAt >= 900 / MOST_PICTURES_A_SECOND) {
          usedAt = performance.now();
          await work(frame, frame.displayWidth, frame.displayHeight);
        }
      } finally {
        frame.close();
      }
    }
  };
  void read().catch(() => undefined);
  return () => void reader.cancel().catch(() => undefined);
}

function throughElement(camera: MediaStreamTrack, work: UsePicture): () => void {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([camera]);
  void video.play().catch(() => undefined);
  let isBusy = false;
  const stopTicks = seldomTicks(1_000 / MOST_PICTURES_A_SECOND, () => {
    if (!isBusy && video.videoWidth > 0) {
      isBusy = true;
      void work(video, video.videoWidth, video.videoHeight)
        .catch(() => undefined)
        .finally(() => {
          isBusy = false;
        });
    }
  });
  return () => {
    stopTicks();
    video.srcObject = null;
  };
}
