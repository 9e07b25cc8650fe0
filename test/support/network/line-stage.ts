import type { Browser } from 'playwright-core';
import { launchBrowser, openProfile } from '../browser.js';
import { beginCall, type Call } from '../call.js';
import { openTogether } from '../open-together.js';
import { Stage } from '../stage.js';
import { FirefoxClient } from './firefox-client.js';
import { ImpairedLine } from './impaired-line.js';
import { TURN_PORTS, TURN_SECRET, startTurnserver } from './turnserver.js';

/** What a firewall lets no packet of through. */
export const UDP = { protocol: 'udp' } as const;

/** The product, the professional and a real relay on the far side of a line, a client on its near side. */
export class LineStage {
  private constructor(
    readonly line: ImpairedLine,
    readonly stage: Stage,
    private readonly nearBrowser: Browser,
  ) {}

  /** Starts everything once for a whole file. The line is perfect. */
  static async open({ seed } = { seed: 1 }): Promise<LineStage> {
    const line = await ImpairedLine.open({ seed });
    const { near, far } = line;
    try {
      await startTurnserver(far);
      const settings = {
        HOST: '0.0.0.0',
        MEDIA_LISTEN_ADDRESS: far.address,
        TURN_URLS: `turns:${far.addresses[1] ?? ''}:${String(TURN_PORTS.tls)}?transport=tcp`,
        TURN_SECRET,
      };
      // Cameras are given to safe addresses only, of which localhost is one: there it leads over the line.
      const inside = { side: near, localhost: far.address };
      const [stage, nearBrowser] = await openTogether(
        Stage.open(settings, far),
        launchBrowser({ inside }),
      );
      return new LineStage(line, stage, nearBrowser);
    } catch (error) {
      await line.close();
      throw error;
    }
  }

  /** All of the meeting's media over TCP, beside UDP. */
  get mediaTcp(): { protocol: 'tcp'; port: number } {
    return { protocol: 'tcp', port: this.stage.system.ports.MEDIA_PORT_BASE };
  }

  /** A call between a client on the near side and the professional, with pictures and sound on both. */
  async call(): Promise<Call> {
    const client = await openProfile(this.nearBrowser, { viewport: { width: 390, height: 844 } });
    return beginCall(this.stage, client);
  }

  /** A client with Firefox on the near side, whose page `localhost` is the product as well. */
  async firefoxClient(): Promise<FirefoxClient> {
    const { API_PORT, MEETING_PORT } = this.stage.system.ports;
    const { near, far } = this.line;
    return FirefoxClient.open(near, { address: far.address, ports: [API_PORT, MEETING_PORT] });
  }

  /** Ends everything. */
  async close(): Promise<void> {
    await this.nearBrowser.close();
    await this.stage.close();
    await this.line.close();
  }
}
