import type { VisitChange } from '@tapaamo/contracts';

/** How often a closed stream is opened again. While it is open the browser reconnects by itself. */
const REOPEN_MS = 15_000;

/** Told the visit's id; undefined when the stream has just opened or ended and anything may have changed. */
export type ChangeListener = (visitId: string | undefined) => void;

/**
 * The one stream of server-sent events of a tab. Over HTTP/1.1 all tabs of a browser have six connections to a host
 * between them, and each stream holds one.
 */
export class LiveStream {
  readonly #listeners = new Set<ChangeListener>();
  readonly #watchers = new Set<() => void>();
  #source: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOpen = false;

  /** @param options.restsUnseen - Gives its connection up while nobody sees the tab. */
  constructor(
    private readonly address: string,
    private readonly options: { restsUnseen: boolean },
  ) {}

  /** Opens it for as long as the page is there. @returns Closes it. */
  readonly open = (): (() => void) => {
    document.addEventListener('visibilitychange', this.#turn);
    this.#turn();
    return () => {
      document.removeEventListener('visibilitychange', this.#turn);
      this.#close();
    };
  };

  /** Whether it is open. When it is not, pages read again at intervals. */
  readonly isOpen = (): boolean => this.#isOpen;

  /** @param watcher - Told when it has opened or closed. @returns Ends the watching. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Hears what changes from now on; what changed before is for the listener to read. @returns Ends the hearing. */
  hear(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    if (this.#isOpen) {
      listener(undefined);
    }
    return () => this.#listeners.delete(listener);
  }

  readonly #turn = (): void => {
    if (document.hidden && this.options.restsUnseen) {
      this.#close();
    } else if (this.#source === undefined) {
      this.#connect();
    }
  };

  #connect(): void {
    const source = new EventSource(this.address);
    this.#source = source;
    source.addEventListener('open', () => {
      this.#setOpen(true);
      this.#tell(undefined);
    });
    source.addEventListener('error', () => {
      const wasOpen = this.#isOpen;
      const isRefused = source.readyState === EventSource.CLOSED;
      this.#setOpen(false);
      // The server closes the stream of whoever may not listen any more: what is asked now tells why, at once.
      if (wasOpen || isRefused) {
        this.#tell(undefined);
      }
      if (isRefused) {
        this.#timer = setTimeout(() => this.#connect(), REOPEN_MS);
      }
    });
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      this.#tell(visitIdOf(data));
    });
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = undefined;
    this.#setOpen(false);
  }

  #setOpen(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#watchers.forEach((watcher) => watcher());
  }

  #tell(visitId: string | undefined): void {
    this.#listeners.forEach((listener) => listener(visitId));
  }
}

function visitIdOf(data: string): string | undefined {
  try {
    return (JSON.parse(data) as Partial<VisitChange>).visitId;
  } catch {
    return undefined;
  }
}
