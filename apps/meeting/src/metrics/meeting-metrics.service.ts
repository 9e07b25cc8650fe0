import { Injectable } from '@nestjs/common';
import type { ErrorCode, SignallingRequest } from '@tapaamo/contracts';
import { WorkerPool } from '@tapaamo/media';
import { LineSummaries, Meetings } from '@tapaamo/meeting';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { LineMetrics } from './line-metrics.js';

const REQUEST_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const JOIN_SECONDS = [0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 2, 5, 10];

/** Counts of this node for monitoring. Numbers, codes and names of requests; nothing of any person or visit. */
@Injectable()
export class MeetingMetrics {
  readonly registry = new Registry();
  readonly #refusals = new Counter({
    name: 'tapaamo_signalling_refusals_total',
    help: 'Requests and handshakes that were refused, by error code.',
    labelNames: ['code'],
    registers: [this.registry],
  });
  readonly #requests = new Histogram({
    name: 'tapaamo_signalling_request_seconds',
    help: 'Time from a request to its answer, by request.',
    labelNames: ['event'],
    buckets: REQUEST_SECONDS,
    registers: [this.registry],
  });
  readonly #joins = new Histogram({
    name: 'tapaamo_meeting_join_seconds',
    help: 'Time from being connected and admitted to the answered joinMeeting.',
    buckets: JOIN_SECONDS,
    registers: [this.registry],
  });

  constructor(meetings: Meetings, pool: WorkerPool, summaries: LineSummaries) {
    collectDefaultMetrics({ register: this.registry });
    const lines = new LineMetrics(this.registry);
    summaries.on('ended', (summary) => lines.observe(summary));
    this.#gauge('tapaamo_meeting_meetings', 'Meetings with at least one seat.', () => ({
      '': meetings.counts.meetings,
    }));
    this.#gauge('tapaamo_meeting_seats', 'Seats by state.', () => {
      const { connected, admitted } = meetings.counts;
      return { connected, admitted };
    });
    this.#gauge('tapaamo_media_workers', 'Media workers that should run and that do.', () => {
      const { wanted, running } = pool.state;
      return { wanted, running };
    });
    this.#gauge('tapaamo_media_load', 'Load of the least loaded media worker, 0 to 1.', () => ({
      '': pool.load,
    }));
    this.#gauge(
      'tapaamo_media_takes_visits',
      '1 while a media worker is not full, else 0.',
      () => ({
        '': Number(pool.takesVisits),
      }),
    );
    new Counter({
      name: 'tapaamo_media_worker_restarts_total',
      help: 'Media workers that were lost or did not start, and were replaced.',
      registers: [this.registry],
      collect() {
        this.reset();
        this.inc(pool.state.restarts);
      },
    });
  }

  /** Somebody was refused. */
  refused(code: ErrorCode): void {
    this.#refusals.inc({ code });
  }

  /** A request was answered, one way or the other. */
  requestTook(event: SignallingRequest, milliseconds: number): void {
    this.#requests.observe({ event }, milliseconds / 1_000);
  }

  /** Somebody joined. */
  joinTook(milliseconds: number): void {
    this.#joins.observe(milliseconds / 1_000);
  }

  /** A gauge that is asked when monitoring asks: values by the label `state`, or one without a label. */
  #gauge(name: string, help: string, read: () => Record<string, number>): void {
    new Gauge({
      name,
      help,
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        for (const [state, value] of Object.entries(read())) {
          this.set(state === '' ? {} : { state }, value);
        }
      },
    });
  }
}
