import type { Page } from 'playwright-core';
import type { PageElement, StatisticsEntry, WatchedWindow } from '../support/browser.js';

/** How often a page is looked at, in milliseconds. */
const LOOK_MS = 250;

/** What a page has decoded by a moment, and what it says. Counts grow from the beginning of the call. */
export interface Look {
  /** On the page's clock, in milliseconds. */
  at: number;
  frames: number;
  freezes: number;
  /** Energy of the sound: a tone raises it. */
  energy: number;
  samples: number;
  /** Samples that the browser made up for missing ones. */
  concealed: number;
  /** How the person's own line is, as the page marks it. */
  ownLine: string;
  /** Every sentence on a line that can be read. */
  words: string[];
}

interface ReceivedEntry extends StatisticsEntry {
  freezeCount?: number;
  totalSamplesReceived?: number;
  concealedSamples?: number;
  silentConcealedSamples?: number;
}

interface MeteredWindow extends WatchedWindow {
  document: { querySelectorAll: (selector: string) => Iterable<PageElement> };
  lineLooks: Look[];
  lineMeter: ReturnType<typeof setInterval>;
}

/** Starts to look at a page from within, four times a second; what was seen before is forgotten. */
export async function startPageMeter(page: Page): Promise<void> {
  await page.evaluate((lookMs) => {
    const window = globalThis as unknown as MeteredWindow;
    clearInterval(window.lineMeter);
    const looks: Look[] = [];
    window.lineLooks = looks;
    window.lineMeter = setInterval(() => void look(), lookMs);

    async function look(): Promise<void> {
      const sums = { frames: 0, freezes: 0, energy: 0, samples: 0, concealed: 0 };
      const open = window.keptPeerConnections.filter((one) => one.connectionState !== 'closed');
      for (const connection of open) {
        (await connection.getStats()).forEach((entry: ReceivedEntry) => {
          if (entry.type === 'inbound-rtp' && entry.kind === 'video') {
            sums.frames += entry.framesDecoded ?? 0;
            sums.freezes += entry.freezeCount ?? 0;
          } else if (entry.type === 'inbound-rtp') {
            sums.energy += entry.totalAudioEnergy ?? 0;
            sums.samples += entry.totalSamplesReceived ?? 0;
            sums.concealed += (entry.concealedSamples ?? 0) - (entry.silentConcealedSamples ?? 0);
          }
        });
      }
      const [ownLine] = found('own-line').map((one) => one.getAttribute('data-state') ?? '');
      const told = ['meeting-line', 'no-picture', 'participant-sees-nothing', 'weak-line'];
      const words = told.flatMap(found).map((one) => one.textContent ?? '');
      looks.push({
        at: performance.now(),
        ...sums,
        ownLine: ownLine ?? '',
        words: words.filter((text) => text !== ''),
      });
    }

    function found(testId: string): PageElement[] {
      return [...window.document.querySelectorAll(`[data-testid="${testId}"]`)];
    }
  }, LOOK_MS);
}

/** What was seen of a page since the meter was started, which goes on. */
export async function looksAt(page: Page): Promise<Look[]> {
  return page.evaluate(() => (globalThis as unknown as MeteredWindow).lineLooks);
}
