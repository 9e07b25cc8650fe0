import type { Ask } from '../connection/sender.js';
import { layerForHeight, type Layer } from './layer-choice.js';

/** A page that was left for a moment only, to look at a message, keeps its pictures. */
const HIDDEN_AFTER_MS = 1_000;

/** How a picture is drawn. */
export interface DrawnPicture {
  /** Whether any of it is in view. */
  isSeen: boolean;
  /** In device pixels. */
  height: number;
  /** Whether the browser's small window shows it, which stays in view when the page does not. */
  isInSmallWindow: boolean;
}

/** What a picture should be, and what the node was told of it. */
interface Wish {
  isSeen: boolean;
  isInSmallWindow: boolean;
  layer?: Layer;
  told?: boolean;
  toldLayer?: Layer;
}

/**
 * Receives of every picture what is looked at and no more: none while it is out of view or the page is in the
 * background, unless the browser's small window shows it, and otherwise the size that it is drawn in. Sound is never
 * touched.
 */
export class PictureWishes {
  readonly #wishes = new Map<string, Wish>();
  #isHidden: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param isHidden - Whether the page is in the background. */
  constructor(
    private readonly ask: Ask,
    isHidden: boolean,
  ) {
    this.#isHidden = isHidden;
  }

  /**
   * A picture begins, or begins anew after a lost line: the node is told what it should be.
   *
   * @throws What the node refuses it with; it can be begun again.
   */
  async begin(consumerId: string): Promise<void> {
    const wish = this.#of(consumerId);
    delete wish.told;
    delete wish.toldLayer;
    await this.#tell(consumerId, wish);
  }

  /** A picture is drawn otherwise. */
  draw(consumerId: string, { isSeen, height, isInSmallWindow }: DrawnPicture): void {
    const wish = this.#of(consumerId);
    wish.isSeen = isSeen;
    wish.isInSmallWindow = isInSmallWindow;
    if (isSeen) {
      wish.layer = layerForHeight(height, wish.layer);
    }
    this.#tellLater(consumerId, wish);
  }

  /** The page went to the background, or came back. */
  hide(isHidden: boolean): void {
    clearTimeout(this.#timer);
    const apply = () => {
      this.#isHidden = isHidden;
      this.#wishes.forEach((wish, consumerId) => this.#tellLater(consumerId, wish));
    };
    if (isHidden) {
      this.#timer = setTimeout(apply, HIDDEN_AFTER_MS);
    } else {
      apply();
    }
  }

  /** A picture ended. */
  forget(consumerId: string): void {
    this.#wishes.delete(consumerId);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#wishes.clear();
  }

  #of(consumerId: string): Wish {
    const wish = this.#wishes.get(consumerId) ?? { isSeen: true, isInSmallWindow: false };
    this.#wishes.set(consumerId, wish);
    return wish;
  }

  /** Only of what has begun: before that the node knows nothing of it. What is refused is told at the next change. */
  #tellLater(consumerId: string, wish: Wish): void {
    if (wish.told !== undefined) {
      this.#tell(consumerId, wish).catch(() => undefined);
    }
  }

  async #tell(consumerId: string, wish: Wish): Promise<void> {
    const flows = wish.isInSmallWindow || (wish.isSeen && !this.#isHidden);
    const { layer } = wish;
    const work: Promise<unknown>[] = [];
    if (flows && layer !== undefined && layer !== wish.toldLayer) {
      wish.toldLayer = layer;
      work.push(this.ask('setPreferredLayers', { consumerId, spatialLayer: layer }));
    }
    if (flows !== wish.told) {
      wish.told = flows;
      work.push(this.ask(flows ? 'resumeConsumer' : 'pauseConsumer', { consumerId }));
    }
    try {
      await Promise.all(work);
    } catch (error) {
      wish.told = !flows;
      delete wish.toldLayer;
      throw error;
    }
  }
}
