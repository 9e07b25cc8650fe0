import type { ConnectionCheck, ConnectionWay } from '@tapaamo/contracts';

/** What a browser's statistics said of both ways at one moment. */
export interface LineSample {
  atMs: number;
  way: ConnectionWay;
  sentBytes: number;
  receivedBytes: number;
  packetsReceived: number;
  packetsLost: number;
  /** Of the way to the node as the node sees it, 0 to 1; undefined until it told. */
  lostOnTheWay: number | undefined;
  /** In milliseconds; undefined while the browser does not tell. */
  roundTripMs: number | undefined;
}

/** Entries of a browser's statistics by their ids. */
type Entries = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Longest that is told; what is worse is not told apart. */
const MOST_KBPS = 1_000_000;
const MOST_MS = 60_000;

/** Reads both ways. @param atMs - When they were read, in milliseconds. */
export function sampleOf(
  sending: RTCStatsReport,
  receiving: RTCStatsReport,
  atMs: number,
): LineSample {
  const [up, down] = [entriesOf(sending), entriesOf(receiving)];
  const [upPair, downPair] = [selectedPair(up), selectedPair(down)];
  const received = ofType(down, 'inbound-rtp');
  const seen = ofType(up, 'remote-inbound-rtp');
  const trip = numberIn(upPair, 'currentRoundTripTime') ?? greatest(seen, 'roundTripTime');
  return {
    atMs,
    way: worse(wayOf(up, upPair), wayOf(down, downPair)),
    sentBytes: numberIn(upPair, 'bytesSent') ?? 0,
    receivedBytes: numberIn(downPair, 'bytesReceived') ?? 0,
    packetsReceived: sum(received, 'packetsReceived'),
    packetsLost: sum(received, 'packetsLost'),
    lostOnTheWay: greatest(seen, 'fractionLost'),
    roundTripMs: trip === undefined ? undefined : trip * 1_000,
  };
}

/**
 * What a line carried, out of samples in the order of time: of the rates the best second, because a line is tried in
 * steps; of loss and delay all of it.
 */
export function figuresOf(samples: readonly LineSample[]): ConnectionCheck {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined || last.receivedBytes === first.receivedBytes) {
    return { way: 'none', upKbps: 0, downKbps: 0, lossPercent: 0, roundTripMs: 0 };
  }
  const lost = Math.max(0, last.packetsLost - first.packetsLost);
  const came = Math.max(0, last.packetsReceived - first.packetsReceived);
  const lossBack = lost + came === 0 ? 0 : lost / (lost + came);
  const lossThere = middle(samples.flatMap(({ lostOnTheWay }) => lostOnTheWay ?? []));
  return {
    way: last.way,
    upKbps: bestRate(samples, 'sentBytes'),
    downKbps: bestRate(samples, 'receivedBytes'),
    lossPercent: Math.min(100, Math.round(100 * Math.max(lossBack, lossThere))),
    roundTripMs: Math.min(
      MOST_MS,
      Math.round(middle(samples.flatMap(({ roundTripMs }) => roundTripMs ?? []))),
    ),
  };
}

function bestRate(samples: readonly LineSample[], counted: 'sentBytes' | 'receivedBytes'): number {
  const rates = samples.slice(1).map((sample, index) => {
    const before = samples[index] ?? sample;
    const spanMs = Math.max(1, sample.atMs - before.atMs);
    // Bits in a millisecond are kilobits in a second.
    return ((sample[counted] - before[counted]) * 8) / spanMs;
  });
  return Math.min(MOST_KBPS, Math.max(0, Math.round(Math.max(0, ...rates))));
}

/** The middle one, so that a single hiccup says nothing; 0 of none. */
function middle(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const ORDER: readonly ConnectionWay[] = ['none', 'udp', 'tcp', 'relay'];

/** Of two ways the one that is further from the best; nothing known is no way. */
function worse(one: ConnectionWay, other: ConnectionWay): ConnectionWay {
  return ORDER.indexOf(one) > ORDER.indexOf(other) ? one : other;
}

function wayOf(entries: Entries, pair: Record<string, unknown> | undefined): ConnectionWay {
  const local = entries.get(String(pair?.['localCandidateId']));
  if (local === undefined) {
    return 'none';
  }
  if (local['candidateType'] === 'relay') {
    return 'relay';
  }
  return local['protocol'] === 'tcp' ? 'tcp' : 'udp';
}

/** The path in use. Firefox names it in the pair itself, the others in the transport. */
function selectedPair(entries: Entries): Record<string, unknown> | undefined {
  const named = ofType(entries, 'transport')[0]?.['selectedCandidatePairId'];
  const found = typeof named === 'string' ? entries.get(named) : undefined;
  return (
    found ??
    ofType(entries, 'candidate-pair').find(
      (pair) => pair['selected'] === true || (pair['nominated'] === true && isGood(pair)),
    )
  );
}

const isGood = (pair: Record<string, unknown>): boolean => pair['state'] === 'succeeded';

function entriesOf(statistics: RTCStatsReport): Entries {
  const entries = new Map<string, Record<string, unknown>>();
  statistics.forEach((entry: Record<string, unknown>, id) => entries.set(id, entry));
  return entries;
}

function ofType(entries: Entries, type: string): Record<string, unknown>[] {
  return [...entries.values()].filter((entry) => entry['type'] === type);
}

function numberIn(entry: Record<string, unknown> | undefined, name: string): number | undefined {
  const value = entry?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function sum(entries: readonly Record<string, unknown>[], name: string): number {
  return entries.reduce((total, entry) => total + (numberIn(entry, name) ?? 0), 0);
}

function greatest(entries: readonly Record<string, unknown>[], name: string): number | undefined {
  const values = entries.flatMap((entry) => numberIn(entry, name) ?? []);
  return values.length === 0 ? undefined : Math.max(...values);
}
