/** Makes a track of pictures. */
export interface PictureOutput {
  readonly track: MediaStreamTrack;
  /** Puts what the canvas shows into the track. */
  show(): Promise<void>;
}

/** Chromium's way to make a track, which goes on while the page is hidden. TypeScript does not know it yet. */
type GeneratedTrack = MediaStreamTrack & { writable: WritableStream<VideoFrame> };
type TrackGeneratorConstructor = new (options: { kind: 'video' }) => GeneratedTrack;

/** A track of what a canvas shows, whenever it is told to take it. */
export function outputOf(canvas: HTMLCanvasElement): PictureOutput {
  const { MediaStreamTrackGenerator } = globalThis as {
    MediaStreamTrackGenerator?: TrackGeneratorConstructor;
  };
  return MediaStreamTrackGenerator === undefined
    ? captured(canvas)
    : generated(canvas, new MediaStreamTrackGenerator({ kind: 'video' }));
}

function generated(canvas: HTMLCanvasElement, track: GeneratedTrack): PictureOutput {
  const writer = track.writable.getWriter();
  return {
    track,
    show: async () => {
      const timestamp = Math.round(performance.now() * 1_000);
      await writer.write(new VideoFrame(canvas, { timestamp }));
    },
  };
}

function captured(canvas: HTMLCanvasElement): PictureOutput {
  const [track] = canvas.captureStream().getVideoTracks();
  if (track === undefined) {
    throw new Error('The browser makes no track of a canvas.');
  }
  return { track, show: () => Promise.resolve() };
}
