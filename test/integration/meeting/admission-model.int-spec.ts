import fc from 'fast-check';
import type { Admission } from '@tapaamo/contracts';
import { until } from '../../support/until.js';
import type { FakeParticipant } from './support/fake-visits.js';
import { FollowingBrowser } from './support/following-browser.js';
import { microphone } from './support/media-double.js';
import { MeetingNode } from './support/meeting-node.js';

/** Runs and the most things that happen in one; the same ones every time. */
const RUNS = { seed: 14_12_2026, numRuns: 25, endOnFailure: true };
const MOST_STEPS = 25;

const PEOPLE = 4;

const STEPS = [
  'connect',
  'close',
  'admit',
  'admit',
  'send-to-wait',
  'show-out',
  'let-come',
  'database-away',
  'database-back',
  'kill-worker',
  'breathe',
  'breathe',
  'breathe',
] as const;
type Step = (typeof STEPS)[number];

/**
 * Whatever happens in whatever order: nobody who is not admitted hears, sends or receives anything, nobody receives from
 * somebody whom they are not shown, and no client from another without the professional (security-reliability.md T9).
 */
describe('Any course of a meeting', () => {
  let node: MeetingNode;
  beforeAll(async () => {
    node = await MeetingNode.start({ workers: 2 });
  });
  afterAll(async () => {
    await node.stop();
  });

  it('lets nobody in who was not let in, and shows everyone who is', async () => {
    const step = fc.tuple(fc.constantFrom(...STEPS), fc.nat({ max: PEOPLE - 1 }));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: MOST_STEPS }), async (steps) => {
        const course = new Course(node);
        await course.begin();
        for (const [what, who] of steps) {
          await course.happen(what, who);
        }
        await course.settle();
      }),
      RUNS,
    );
  });
});

/** One meeting in which things happen. */
class Course {
  readonly #people: FakeParticipant[];
  readonly #admission: Admission[];
  readonly #browsers: (FollowingBrowser | null)[] = Array<null>(PEOPLE).fill(null);
  readonly #everyBrowser: FollowingBrowser[] = [];
  #killed = false;

  constructor(private readonly node: MeetingNode) {
    node.visits.isReachable = true;
    const clients = Array.from({ length: PEOPLE - 1 }, () => ['client', 'waiting'] as const);
    this.#people = node.visits.add(
      ['professional', 'admitted'],
      ...clients.map((one): ['client', 'waiting'] => [...one]),
    );
    this.#admission = this.#people.map(({ role }) => (role === 'client' ? 'waiting' : 'admitted'));
  }

  /** Everyone is let in and sends; from there on anything may happen. */
  async begin(): Promise<void> {
    for (const who of this.#people.keys()) {
      await this.happen('connect', who);
      await this.happen('admit', who);
    }
    await until(() => this.#browsers.every((browser) => typeof browser?.sends === 'string'), {
      what: 'everyone to send',
    });
  }

  async happen(step: Step, who: number): Promise<void> {
    await this.#steps[step](who);
  }

  readonly #steps: Record<Step, (who: number) => void | Promise<void>> = {
    connect: (who) => this.#connect(who),
    close: (who) => {
      this.#browsers[who]?.line.close();
      this.#browsers[who] = null;
    },
    admit: (who) => this.#become(who, 'admitted'),
    'send-to-wait': (who) => this.#become(who, 'waiting'),
    'let-come': (who) => this.#become(who, 'waiting'),
    'show-out': (who) => this.#become(who, 'outside'),
    'database-away': () => {
      this.node.visits.isReachable = false;
    },
    'database-back': () => {
      this.node.visits.isReachable = true;
      this.node.visits.tell(null);
    },
    'kill-worker': () => this.#killWorker(),
    breathe: (who) => this.#breathe(who),
  };

  /** Waits until all is as the database says, and looks that nothing was otherwise on the way. */
  async settle(): Promise<void> {
    this.node.visits.isReachable = true;
    this.node.visits.tell(null);
    await Promise.all(this.#everyBrowser.map((browser) => browser.line.refused()));
    // A reading that fails on a busy machine is tried again by the node within twenty seconds.
    await until(() => this.#isSettled(), {
      what: 'the meeting to be as the database says',
      withinMs: 30_000,
    });
    for (const browser of this.#everyBrowser) {
      expect(browser.overheard).toEqual([]);
      if (browser.line.socket.connected && browser.admission !== 'admitted') {
        const code = browser.line.codeOf('produce', microphone()).catch(() => 'line-ended');
        expect(['meeting.not-admitted', 'line-ended']).toContain(await code);
      }
    }
    this.#everyBrowser.forEach((browser) => browser.line.close());
  }

  /** Waits as long as one request of somebody takes, so that things happen at different distances. */
  async #breathe(who: number): Promise<void> {
    const line = this.#browsers[who]?.line;
    await line?.refused();
    if (line?.socket.connected === true) {
      await line.codeOf('restartIce', { direction: 'send' }).catch(() => undefined);
    }
  }

  #connect(who: number): void {
    const browser = new FollowingBrowser(this.node.dial(this.#people[who]!));
    this.#browsers[who] = browser;
    this.#everyBrowser.push(browser);
  }

  /** Once a course: what keeps dying is replaced later and later. */
  #killWorker(): void {
    if (!this.#killed) {
      this.#killed = true;
      this.node.workerPids.slice(0, 1).forEach((pid) => process.kill(pid, 'SIGKILL'));
    }
  }

  #isSettled(): boolean {
    const present = this.#people.flatMap((person, index) => {
      const browser = this.#browsers[index];
      return browser?.line.socket.connected === true && this.#admission[index] === 'admitted'
        ? [{ id: person.participantId, browser }]
        : [];
    });
    return present.every(({ id, browser }) => {
      const others = present.filter((other) => other.id !== id);
      const received = [...browser.receives.values()];
      return (
        browser.sends !== null &&
        others.every((other) => browser.shown.has(other.id)) &&
        others.every((other) => received.includes(other.id) || !this.#mustReach(other.id, id)) &&
        received.every(
          (from) => browser.shown.has(from) && this.#isAdmitted(from) && this.#mayReach(from, id),
        )
      );
    });
  }

  /** Two clients reach each other while the professional is there; whoever is the professional, always. */
  #mustReach(from: string, to: string): boolean {
    const isThere = this.#browsers[0]?.line.socket.connected === true;
    return this.#isProfessional(from, to) || (isThere && this.#admission[0] === 'admitted');
  }

  /** One whose line was lost a moment ago still counts as there; one who was shown out does not. */
  #mayReach(from: string, to: string): boolean {
    return this.#isProfessional(from, to) || this.#admission[0] === 'admitted';
  }

  #isProfessional(...ids: string[]): boolean {
    return ids.includes(this.#people[0]?.participantId ?? '');
  }

  #isAdmitted(participantId: string): boolean {
    const index = this.#people.findIndex((person) => person.participantId === participantId);
    return this.#admission[index] === 'admitted';
  }

  #become(who: number, admission: Admission): void {
    this.#admission[who] = admission;
    this.node.visits.change(this.#people[who]!, { admission });
  }
}
