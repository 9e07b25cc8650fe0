import type { Page } from 'playwright-core';
import type { StatisticsEntry, WatchedWindow } from './browser.js';

/** What a page has received so far, summed over its open connections. */
export interface ReceivedMedia {
  frames: number;
  /** Samples of sound that were played, and those of them that the browser made up for missing ones. */
  samples: number;
  concealed: number;
}

/** The part of the statistics that is summed. */
interface ReceivedEntry extends StatisticsEntry {
  totalSamplesReceived?: number;
  concealedSamples?: number;
  silentConcealedSamples?: number;
}

/** Sums the statistics of what a page receives. Silence that was filled in is none that was missed. */
export async function receivedMedia(page: Page): Promise<ReceivedMedia> {
  return page.evaluate(async () => {
    const sum = { frames: 0, samples: 0, concealed: 0 };
    const { keptPeerConnections } = globalThis as unknown as WatchedWindow;
    for (const connection of keptPeerConnections.filter(
      (one) => one.connectionState !== 'closed',
    )) {
      (await connection.getStats()).forEach((entry: ReceivedEntry) => {
        if (entry.type === 'inbound-rtp' && entry.kind === 'video') {
          sum.frames += entry.framesDecoded ?? 0;
        } else if (entry.type === 'inbound-rtp') {
          sum.samples += entry.totalSamplesReceived ?? 0;
          sum.concealed += (entry.concealedSamples ?? 0) - (entry.silentConcealedSamples ?? 0);
        }
      });
    }
    return sum;
  });
}

/** Format parameters of the sound that a page sends and receives, as its browser agreed to them. */
export async function soundParameters(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    const { keptPeerConnections } = globalThis as unknown as WatchedWindow;
    for (const connection of keptPeerConnections) {
      (await connection.getStats()).forEach((entry) => {
        const { type, mimeType, sdpFmtpLine } = entry as StatisticsEntry & {
          mimeType?: string;
          sdpFmtpLine?: string;
        };
        if (type === 'codec' && mimeType === 'audio/opus') {
          found.push(sdpFmtpLine ?? '');
        }
      });
    }
    return found;
  });
}
