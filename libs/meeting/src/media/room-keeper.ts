import { MediaRoom, type WorkerPool } from '@tapaamo/media';

/** Keeps a meeting's room: made when first needed, and again after its worker was lost. */
export class RoomKeeper {
  #room: Promise<MediaRoom> | null = null;

  /**
   * @param onLost - Told when the room's worker died; everything in the room is gone.
   * @param onSpeaker - Told whose producer speaks most, whenever that is another.
   */
  constructor(
    private readonly pool: WorkerPool,
    private readonly onLost: () => void,
    private readonly onSpeaker: (producerId: string) => void,
  ) {}

  get isOpen(): boolean {
    return this.#room !== null;
  }

  /**
   * The room. Everyone who asks while it is made gets the same one.
   *
   * @throws MediaWorkerUnavailableError or DeadlineExceededError; the next call tries anew.
   */
  async get(): Promise<MediaRoom> {
    this.#room ??= this.#create();
    return await this.#room;
  }

  /** Ends all media of the meeting. May be called again. */
  close(): void {
    const room = this.#room;
    this.#room = null;
    room?.then(
      (made) => made.close(),
      () => undefined,
    );
  }

  #create(): Promise<MediaRoom> {
    const creating: Promise<MediaRoom> = MediaRoom.create(this.pool).then((room) => {
      room.on('speaker', this.onSpeaker);
      room.once('lost', () => {
        this.#forget(creating);
        this.onLost();
      });
      return room;
    });
    creating.catch(() => this.#forget(creating));
    return creating;
  }

  #forget(room: Promise<MediaRoom>): void {
    if (this.#room === room) {
      this.#room = null;
    }
  }
}
