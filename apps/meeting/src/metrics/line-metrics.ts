import type { LineSummary } from '@tapaamo/meeting';
import { Counter, Histogram, type Registry } from 'prom-client';

const ROUND_TRIP_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1, 2];
const LOSS_RATIOS = [0, 0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5];
const GAP_SECONDS = [0.25, 0.5, 1, 2, 3, 5, 8, 15, 30, 60];

/** How lines were, one sample a participant and visit, with nothing that tells whose. */
export class LineMetrics {
  readonly #roundTrips: Histogram;
  readonly #losses: Histogram<'direction'>;
  readonly #gaps: Histogram;
  readonly #holds: Counter<'direction'>;
  readonly #paths: Counter<'path'>;

  constructor(registry: Registry) {
    const registers = [registry];
    this.#roundTrips = new Histogram({
      name: 'tapaamo_meeting_round_trip_seconds',
      help: 'Mean time to the participant and back over a visit.',
      buckets: ROUND_TRIP_SECONDS,
      registers,
    });
    this.#losses = new Histogram({
      name: 'tapaamo_meeting_loss_ratio',
      help: 'Mean share of packets lost over a visit, of what the participant sent and received.',
      labelNames: ['direction'],
      buckets: LOSS_RATIOS,
      registers,
    });
    this.#gaps = new Histogram({
      name: 'tapaamo_meeting_longest_gap_seconds',
      help: 'Longest time of a visit without new sound or pictures although they were sent.',
      buckets: GAP_SECONDS,
      registers,
    });
    this.#holds = new Counter({
      name: 'tapaamo_meeting_picture_pauses_total',
      help: 'How often pictures waited so that the sound was kept, as the participant sent or received them.',
      labelNames: ['direction'],
      registers,
    });
    this.#paths = new Counter({
      name: 'tapaamo_meeting_paths_total',
      help: 'Participants of visits by how their media went in the end.',
      labelNames: ['path'],
      registers,
    });
  }

  /** Somebody's part in a visit is over. */
  observe(line: LineSummary): void {
    this.#roundTrips.observe(line.roundTripMs / 1_000);
    this.#losses.observe({ direction: 'received' }, line.lossReceived);
    this.#losses.observe({ direction: 'sent' }, line.lossSent);
    this.#gaps.observe(line.longestGapMs / 1_000);
    this.#holds.inc({ direction: 'sent' }, line.pictureHolds.sent);
    this.#holds.inc({ direction: 'received' }, line.pictureHolds.received);
    this.#paths.inc({ path: line.path });
  }
}
