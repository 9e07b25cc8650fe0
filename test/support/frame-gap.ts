import type { Page } from 'playwright-core';
import type { PeerConnection, StatisticsEntry, WatchedWindow } from './browser.js';

/** How often the decoded frames are counted, in milliseconds. */
const SAMPLE_MS = 100;

/** What the meter keeps in the page. */
interface MeteredWindow extends WatchedWindow {
  frameMeter: { lastFrameAt: number; longestGap: number; stop: () => void };
}

/** Starts to measure, in the page itself, how long nothing new was decoded. A second start begins anew. */
export async function startFrameMeter(page: Page): Promise<void> {
  await page.evaluate((sampleMs) => {
    const window = globalThis as unknown as MeteredWindow;
    (window.frameMeter as MeteredWindow['frameMeter'] | undefined)?.stop();
    const counted = new WeakMap<PeerConnection, number>();
    const look = async (): Promise<void> => {
      for (const connection of window.keptPeerConnections) {
        const frames = connection.connectionState === 'closed' ? 0 : await framesOf(connection);
        const before = counted.get(connection) ?? 0;
        counted.set(connection, frames);
        if (frames > before) {
          meter.longestGap = Math.max(meter.longestGap, performance.now() - meter.lastFrameAt);
          meter.lastFrameAt = performance.now();
        }
      }
    };
    const timer = setInterval(() => void look(), sampleMs);
    const meter = {
      lastFrameAt: performance.now(),
      longestGap: 0,
      stop: () => {
        clearInterval(timer);
      },
    };
    window.frameMeter = meter;

    async function framesOf(connection: PeerConnection): Promise<number> {
      let frames = 0;
      (await connection.getStats()).forEach((entry: StatisticsEntry) => {
        if (entry.type === 'inbound-rtp' && entry.kind === 'video') {
          frames += entry.framesDecoded ?? 0;
        }
      });
      return frames;
    }
  }, SAMPLE_MS);
}

/** The longest time without a new frame on each of these pages until something has happened. */
export async function longestGapsWhile(
  pages: readonly Page[],
  happen: () => Promise<void>,
): Promise<number[]> {
  await Promise.all(pages.map((page) => startFrameMeter(page)));
  await happen();
  return Promise.all(pages.map((page) => longestGapMs(page)));
}

/** The longest time without a new frame since the meter was started, a gap that still lasts included. */
export async function longestGapMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { frameMeter } = globalThis as unknown as MeteredWindow;
    return Math.round(Math.max(frameMeter.longestGap, performance.now() - frameMeter.lastFrameAt));
  });
}

/** What the meter of shown pictures keeps in the page. */
interface PictureWindow {
  document: {
    querySelector: (selector: string) => {
      requestVideoFrameCallback: (shown: () => void) => void;
    } | null;
  };
  pictureMeter: { lastAt: number; longestGap: number };
}

/**
 * The longest time between two pictures that each of these pages showed of others, until something has happened. Finer than
 * counting what was decoded, but only for a call that keeps its video elements.
 */
export async function longestPictureGapsWhile(
  pages: readonly Page[],
  happen: () => Promise<void>,
): Promise<number[]> {
  await Promise.all(pages.map((page) => page.evaluate(beginPictureMeter)));
  await happen();
  return Promise.all(
    pages.map((page) =>
      page.evaluate(() => {
        const { pictureMeter } = globalThis as unknown as PictureWindow;
        const sinceLast = performance.now() - pictureMeter.lastAt;
        return Math.round(Math.max(pictureMeter.longestGap, sinceLast));
      }),
    ),
  );
}

/** Runs in the page. */
function beginPictureMeter(): void {
  const window = globalThis as unknown as PictureWindow;
  const meter = { lastAt: performance.now(), longestGap: 0 };
  window.pictureMeter = meter;
  const video = window.document.querySelector('[data-testid="remote-video"]');
  const shown = (): void => {
    if (window.pictureMeter === meter) {
      meter.longestGap = Math.max(meter.longestGap, performance.now() - meter.lastAt);
      meter.lastAt = performance.now();
      video?.requestVideoFrameCallback(shown);
    }
  };
  video?.requestVideoFrameCallback(shown);
}
