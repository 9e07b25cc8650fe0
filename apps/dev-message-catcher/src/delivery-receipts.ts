import type { MessageFailure } from '@tapaamo/contracts';
import type { Logger } from '@tapaamo/logging';

/** How long a message is on its way, in milliseconds: long enough to see that it is. */
const ON_ITS_WAY_MS = 2_000;

const LONGEST_MS = 5_000;

/** Numbers by whose end a telephone is told apart that does not answer: for trying what failures look like. */
const FAILING: readonly [end: string, failure: MessageFailure][] = [
  ['0000', 'number-not-in-use'],
  ['1111', 'not-reached'],
  ['2222', 'provider-refused'],
];

/** Tells the product what became of text messages, as an operator does. */
export class DeliveryReceipts {
  readonly #timers = new Set<NodeJS.Timeout>();

  /** @param url - Where the product takes receipts. @param secret - By which it knows us. */
  constructor(
    private readonly url: string,
    private readonly secret: string,
    private readonly logger: Logger,
    private readonly onItsWayMs = ON_ITS_WAY_MS,
  ) {}

  /** Tells after a while that a message was delivered, or by its number that it failed. */
  tell(reference: string, to: string): void {
    const reason = FAILING.find(([end]) => to.endsWith(end))?.[1];
    const receipt =
      reason === undefined
        ? { reference, status: 'delivered' }
        : { reference, status: 'failed', reason };
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.#post(receipt);
    }, this.onItsWayMs);
    this.#timers.add(timer);
  }

  /** What was not told is not told any more. */
  close(): void {
    this.#timers.forEach(clearTimeout);
    this.#timers.clear();
  }

  async #post(receipt: object): Promise<void> {
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${this.secret}`,
        },
        body: JSON.stringify(receipt),
        redirect: 'error',
        signal: AbortSignal.timeout(LONGEST_MS),
      });
      await response.body?.cancel();
      if (!response.ok) {
        this.logger.warn('catcher.receipt-refused', { status: response.status });
      }
    } catch (error) {
      this.logger.warn('catcher.receipt-lost', {}, error);
    }
  }
}
