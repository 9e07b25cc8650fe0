import {
  DEVICE_TEST_NAMESPACE,
  type ConnectionCheck,
  type ConsumerDescription,
  type MediaSource,
  type MeetingAccess,
  type NotificationBody,
} from '@tapaamo/contracts';
import type { LocalMedia } from '../../../media/local-media.js';
import { Store } from '../../../media/store.js';
import { MediaSession, type MediaSessionListener } from '../connection/media-session.js';
import { Signalling } from '../connection/signalling.js';
import { figuresOf, sampleOf, type LineSample } from './line-figures.js';
import { noisePicture } from './noise-picture.js';

/** How long a way to the node may take, by every way that there is, in milliseconds. */
const WAY_MS = 15_000;

/** How often the line is looked at while it is measured, and how many times. */
const EVERY_MS = 1_000;
const SAMPLES = 7;

/** How long picture and sound still come back once the line is measured, in milliseconds: others wait for the place. */
const ECHO_MS = 30_000;

/** How the test of a line goes. */
export interface LineTestState {
  /** `untried`: the node has no room for a test just now, which says nothing of the line. */
  phase: 'idle' | 'measuring' | 'done' | 'untried';
  /** What was measured, once it is done. */
  result: ConnectionCheck | null;
  /** The person's own picture and sound as they come back. */
  echo: Readonly<Partial<Record<MediaSource, MediaStreamTrack>>>;
}

const IDLE: LineTestState = { phase: 'idle', result: null, echo: {} };

interface LineTestOptions {
  /** Asks the API for a place to test, and a token for it. */
  getAccess: () => Promise<MeetingAccess>;
  media: LocalMedia;
}

/**
 * Tries the whole way that media takes: to a meeting node and back, over whatever the network lets through. What the person
 * sends comes back to them alone. Made once a page, begun as often as wished.
 */
export class LineTest {
  readonly store = new Store<LineTestState>(IDLE);
  #stop: () => void = () => undefined;

  constructor(private readonly options: LineTestOptions) {}

  /** Begins, or begins anew. Never fails: what comes of it is in the store. */
  start(): void {
    this.#stop();
    this.store.update({ ...IDLE, phase: 'measuring' });
    const attempt = new Attempt(this.options, (change) => this.store.update(change));
    this.#stop = () => attempt.close();
    void attempt.run();
  }

  /** Ends it; a result that is there stays. */
  stop(): void {
    this.#stop();
  }
}

/** One attempt from the question for a place to the end of it. */
class Attempt {
  readonly #over = new AbortController();
  readonly #ready = Promise.withResolvers<NotificationBody<'meetingReady'> | 'untried'>();
  readonly #noise = noisePicture();
  readonly #signalling: Signalling;
  #session: MediaSession | undefined;
  #access: MeetingAccess | undefined;
  #echo: LineTestState['echo'] = {};
  #isDone = false;

  constructor(
    private readonly options: LineTestOptions,
    private readonly tell: (change: Partial<LineTestState>) => void,
  ) {
    this.#signalling = new Signalling({
      getAccess: () => this.#getAccess(),
      keptEpoch: () => undefined,
      lineChanged: (line) => {
        if (line === 'lost') {
          this.#finish({ phase: 'untried' });
          this.close();
        }
      },
      refused: () => this.#ready.resolve('untried'),
      turnedAway: () => this.#ready.resolve('untried'),
      notified: (name, body) => this.#notified(name, body),
    });
  }

  async run(): Promise<void> {
    void this.#signalling.start();
    const ready = await Promise.race([this.#ready.promise, this.#after(WAY_MS)]);
    if (this.#over.signal.aborted) {
      return;
    }
    if (ready === 'untried') {
      this.#finish({ phase: 'untried' });
      return;
    }
    const result = ready === undefined ? figuresOf([]) : await this.#measure(ready);
    this.#finish({ phase: 'done', result });
  }

  close(): void {
    if (this.#over.signal.aborted) {
      return;
    }
    this.#over.abort();
    this.#session?.close();
    this.#noise?.stop();
    this.#signalling.stop();
    this.tell({ echo: {} });
  }

  /** The measurement is over; for a while the person still sees and hears what comes back. */
  #finish(change: Partial<LineTestState>): void {
    if (this.#over.signal.aborted || this.#isDone) {
      return;
    }
    this.#isDone = true;
    this.tell(change);
    this.#noise?.stop();
    void this.#session?.endSource('screen');
    void this.#after(this.#session === undefined ? 0 : ECHO_MS).then(() => this.close());
  }

  async #measure(ready: NotificationBody<'meetingReady'>): Promise<ConnectionCheck> {
    try {
      const session = await MediaSession.open(
        ready,
        (name, body) => this.#signalling.request(name, body),
        this.#listener(),
        this.#access?.iceServers ?? [],
      );
      this.#session = session;
      void session.join();
      const { camera, microphone } = this.options.media.store.get();
      session.send('camera', camera);
      session.send('microphone', microphone);
      if (this.#noise !== null) {
        session.send('screen', { track: this.#noise.track, on: true });
      }
      await Promise.race([this.#standing(session), this.#after(WAY_MS)]);
      return figuresOf(await this.#samples(session));
    } catch {
      return figuresOf([]);
    }
  }

  async #samples(session: MediaSession): Promise<LineSample[]> {
    const samples: LineSample[] = [];
    for (let taken = 0; taken < SAMPLES && !this.#over.signal.aborted; taken += 1) {
      const [sending, receiving] = await session.statistics();
      samples.push(sampleOf(sending, receiving, performance.now()));
      await this.#after(EVERY_MS);
    }
    return samples;
  }

  /** Resolves when something has come back. */
  async #standing(session: MediaSession): Promise<void> {
    while (!this.#over.signal.aborted) {
      const [sending, receiving] = await session.statistics();
      if (sampleOf(sending, receiving, 0).packetsReceived > 0) {
        return;
      }
      await this.#after(EVERY_MS / 5);
    }
  }

  async #getAccess(): Promise<MeetingAccess> {
    try {
      const access = await this.options.getAccess();
      this.#access = access;
      return { ...access, nodeUrl: new URL(DEVICE_TEST_NAMESPACE, access.nodeUrl).href };
    } catch (error) {
      // The API answers over another line than media takes: that it does not says nothing of this one.
      this.#ready.resolve('untried');
      throw error;
    }
  }

  #notified(name: string, body: unknown): void {
    if (name === 'meetingReady') {
      this.#ready.resolve(body as NotificationBody<'meetingReady'>);
    } else if (name === 'consumerCreated') {
      void this.#session?.receiver.receive(body as ConsumerDescription);
    } else if (name === 'consumerClosed') {
      this.#session?.receiver.drop((body as NotificationBody<'consumerClosed'>).consumerId);
    }
  }

  #listener(): MediaSessionListener {
    const ignore = () => undefined;
    return {
      consumed: ({ source }, track) => {
        this.#echo = { ...this.#echo, [source]: track };
        this.tell({ echo: this.#echo });
      },
      dropped: ignore,
      unsentChanged: ignore,
      wrote: ignore,
      writableChanged: ignore,
      pathChanged: ignore,
      broken: ignore,
      unreceivable: ignore,
      undecodable: ignore,
    };
  }

  /** Resolves after a time, or when the attempt is over. */
  #after(milliseconds: number): Promise<undefined> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        resolve(undefined);
      };
      const timer = setTimeout(done, milliseconds);
      this.#over.signal.addEventListener('abort', done, { once: true });
    });
  }
}
