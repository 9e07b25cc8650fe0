/** What the owner of a shared screen is told. */
export interface ScreenShareListener {
  /** The screen is shown from now on, or not any more (undefined). */
  changed(track: MediaStreamTrack | undefined): void;
}

/** The person's shared screen, from the picker to the end; the browser's own button can end it too. */
export class ScreenShare {
  #track: MediaStreamTrack | undefined;

  constructor(private readonly listener: ScreenShareListener) {}

  /** Lets the person pick a screen or window; does nothing when they pick none. */
  async start(): Promise<void> {
    const stream = await navigator.mediaDevices
      .getDisplayMedia({ video: true })
      .catch(() => undefined);
    const track = stream?.getVideoTracks()[0];
    if (track !== undefined) {
      track.contentHint = 'detail';
      track.addEventListener('ended', () => this.stop());
      this.#track = track;
      this.listener.changed(track);
    }
  }

  /** Ends the sharing. Does nothing when nothing is shared. */
  stop(): void {
    const track = this.#track;
    this.#track = undefined;
    if (track !== undefined) {
      track.stop();
      this.listener.changed(undefined);
    }
  }
}
