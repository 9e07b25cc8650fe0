/** A screen that is shown to the others, with what it plays where the person shares that too. */
export interface SharedScreen {
  picture: MediaStreamTrack;
  sound: MediaStreamTrack | undefined;
}

/** What the owner of a shared screen is told. */
export interface ScreenShareListener {
  /** The screen is shown from now on, or not any more (undefined). */
  changed(screen: SharedScreen | undefined): void;
}

/** What is asked of the picker; not every browser knows every wish, and none refuses one that it does not know. */
const WISHES = {
  video: true,
  // It goes to the others as it is played. The whole system's sound is not asked for: the voices of the meeting are in it.
  audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  systemAudio: 'exclude',
  selfBrowserSurface: 'exclude',
};

/** The person's shared screen, from the picker to the end; the browser's own button can end it too. */
export class ScreenShare {
  #screen: SharedScreen | undefined;

  constructor(private readonly listener: ScreenShareListener) {}

  /** Lets the person pick a screen or window; does nothing when they pick none. */
  async start(): Promise<void> {
    const stream = await navigator.mediaDevices.getDisplayMedia(WISHES).catch(() => undefined);
    const picture = stream?.getVideoTracks()[0];
    if (picture !== undefined) {
      picture.contentHint = 'detail';
      picture.addEventListener('ended', () => this.stop());
      this.#screen = { picture, sound: stream?.getAudioTracks()[0] };
      this.listener.changed(this.#screen);
    }
  }

  /** Ends the sharing. Does nothing when nothing is shared. */
  stop(): void {
    const screen = this.#screen;
    this.#screen = undefined;
    if (screen !== undefined) {
      screen.picture.stop();
      screen.sound?.stop();
      this.listener.changed(undefined);
    }
  }
}
