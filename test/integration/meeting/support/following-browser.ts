import { setTimeout as delay } from 'node:timers/promises';
import type {
  Admission,
  ConsumerDescription,
  NotificationBody,
  SignallingNotification,
} from '@tapaamo/contracts';
import { WAITING_NOTIFICATIONS } from '@tapaamo/contracts';
import type { BrowserDouble } from './browser-double.js';
import { RTP_CAPABILITIES, microphone } from './media-double.js';

const ASK_AGAIN_MS = 200;

/** A browser that does what a page does: joins and sends whenever its meeting is ready, and keeps books. */
export class FollowingBrowser {
  /** What it was told though it was not admitted at that moment. */
  readonly overheard: string[] = [];
  admission: Admission | null = null;
  epoch = 0;
  /** Participants that it is shown. */
  readonly shown = new Set<string>();
  /** Participants from whom it receives, by consumer. */
  readonly receives = new Map<string, string>();
  sends: string | null = null;

  constructor(readonly line: BrowserDouble) {
    line.socket.onAny((name: SignallingNotification, body: unknown) =>
      this.#hear(name, body as never),
    );
  }

  #hear(name: SignallingNotification, body: never): void {
    if (this.admission !== 'admitted' && !WAITING_NOTIFICATIONS.includes(name)) {
      this.overheard.push(name);
    }
    this.#facts[name]?.(body);
  }

  readonly #facts: { [N in SignallingNotification]?: (body: NotificationBody<N>) => void } = {
    admissionChanged: ({ admission }) => {
      this.admission = admission;
      if (admission !== 'admitted') {
        this.#forget();
      }
    },
    meetingReady: (body) => void this.#join(body),
    participantJoined: ({ participantId }) => void this.shown.add(participantId),
    participantLeft: ({ participantId }) => void this.shown.delete(participantId),
    consumerCreated: (description) => this.#receive(description),
    consumerClosed: ({ consumerId }) => void this.receives.delete(consumerId),
  };

  async #join({ epoch, participants }: NotificationBody<'meetingReady'>): Promise<void> {
    this.#forget();
    this.epoch = epoch;
    participants.forEach(({ participantId }) => this.shown.add(participantId));
    try {
      const [joined, sent] = await Promise.all([
        this.#asLongAs(epoch, () =>
          this.line.ask('joinMeeting', { rtpCapabilities: RTP_CAPABILITIES }),
        ),
        this.#asLongAs(epoch, () => this.line.ask('produce', microphone())),
      ]);
      if (this.epoch === epoch && joined.ok && sent.ok) {
        joined.data.consumers.forEach((description) => this.#receive(description));
        this.sends = sent.data.producerId;
      }
    } catch {
      // The line ended in between; the node's state is looked at, not this.
    }
  }

  /** What is refused for now is asked for again, as a page does, until it is given or the meeting is another. */
  async #asLongAs<Answer extends { ok: boolean }>(
    epoch: number,
    ask: () => Promise<Answer>,
  ): Promise<Answer> {
    const answer = await ask();
    if (answer.ok || this.epoch !== epoch) {
      return answer;
    }
    await delay(ASK_AGAIN_MS);
    return this.#asLongAs(epoch, ask);
  }

  #receive({ consumerId, participantId }: ConsumerDescription): void {
    this.receives.set(consumerId, participantId);
  }

  #forget(): void {
    this.epoch = 0;
    this.shown.clear();
    this.receives.clear();
    this.sends = null;
  }
}
