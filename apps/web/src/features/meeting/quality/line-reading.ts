import type { MediaPath } from '@tapaamo/contracts';

/** What was received of one source; both grow from its beginning. */
export interface StreamReading {
  packets: number;
  missed: number;
  /** Sum of the energy of its sound, and the seconds that it is the sum of. */
  energy: number;
  seconds: number;
}

/** What a browser's statistics say of both ways of a line at one moment. Counts grow from the beginning of a way. */
export interface LineReading {
  /** By id of the track. */
  streams: ReadonlyMap<string, StreamReading>;
  packetsSent: number;
  /** Of what was sent, as the node tells. */
  packetsLost: number;
  /** When the node last told of what was sent; null when nothing is. */
  toldAt: number | null;
  bytesReceived: number;
  roundTripMs: number | null;
  /** What the browser believes it can send, in bits a second; not every browser tells. */
  availableBps: number | null;
  path: MediaPath;
}

/** What happened on a line between two readings. */
export interface LineSample {
  lossReceived: number;
  lossSent: number;
  roundTripMs: number | null;
  availableBps: number | null;
  /** Whether anything of the others arrived. */
  hasArrived: boolean;
  path: MediaPath;
}

type Entry = Record<string, unknown>;

/** Fewer packets than these say nothing of a share. */
const ENOUGH_PACKETS = 20;

/** Reads the statistics of what is sent and what is received. */
export function readLine(sending: RTCStatsReport, receiving: RTCStatsReport): LineReading {
  const [sent, received] = [entriesOf(sending), entriesOf(receiving)];
  const pair = usedPair(sent) ?? usedPair(received);
  const inbound = ofType(received, 'inbound-rtp');
  const reports = ofType(sent, 'remote-inbound-rtp');
  const told = reports.flatMap(({ timestamp }) => numberOf(timestamp) ?? []);
  return {
    streams: new Map(inbound.map((entry) => [String(entry['trackIdentifier']), streamOf(entry)])),
    packetsSent: sum(ofType(sent, 'outbound-rtp'), 'packetsSent'),
    packetsLost: sum(reports, 'packetsLost'),
    toldAt: told.length === 0 ? null : Math.max(...told),
    bytesReceived: sum(inbound, 'bytesReceived'),
    roundTripMs: milliseconds(pair?.['currentRoundTripTime']),
    availableBps: numberOf(usedPair(sent)?.['availableOutgoingBitrate']),
    path: pathOf(sent.get(String(usedPair(sent)?.['localCandidateId']))),
  };
}

/**
 * What happened from one reading to a later one. What was counted less than before, because a way began anew or what
 * was missed came after all, counts as nothing.
 *
 * @param isOthers - Whether what is missing of a track was lost before it reached the node.
 */
export function sampleOf(
  before: LineReading,
  after: LineReading,
  isOthers: (trackId: string) => boolean = () => false,
): LineSample {
  const received = { packets: 0, missed: 0 };
  for (const [trackId, stream] of after.streams) {
    if (!isOthers(trackId)) {
      const known = before.streams.get(trackId);
      received.packets += grown(known?.packets, stream.packets);
      received.missed += grown(known?.missed, stream.missed);
    }
  }
  return {
    lossReceived: share(received.missed, received.packets + received.missed),
    lossSent: share(
      grown(before.packetsLost, after.packetsLost),
      grown(before.packetsSent, after.packetsSent),
    ),
    roundTripMs: after.roundTripMs,
    availableBps: after.availableBps,
    hasArrived: after.bytesReceived !== before.bytesReceived,
    path: after.path,
  };
}

/** Something in which a voice is heard is this loud on average, of 1: -40 dB. */
const VOICE = 0.01;

/** Ids of the tracks in which something was heard between two readings. */
export function heardBetween(before: LineReading, after: LineReading): string[] {
  return [...after.streams].flatMap(([trackId, { energy, seconds }]) => {
    const known = before.streams.get(trackId);
    const lasted = grown(known?.seconds, seconds);
    return lasted > 0 && Math.sqrt(grown(known?.energy, energy) / lasted) >= VOICE ? [trackId] : [];
  });
}

function grown(before = 0, after: number): number {
  return Math.max(0, after - before);
}

function share(part: number, whole: number): number {
  return whole < ENOUGH_PACKETS ? 0 : Math.min(1, part / whole);
}

function streamOf(entry: Entry): StreamReading {
  const read = (name: string) => numberOf(entry[name]) ?? 0;
  return {
    packets: read('packetsReceived'),
    missed: read('packetsLost'),
    energy: read('totalAudioEnergy'),
    seconds: read('totalSamplesDuration'),
  };
}

function entriesOf(statistics: RTCStatsReport): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  statistics.forEach((entry: Entry, id) => entries.set(id, entry));
  return entries;
}

function ofType(entries: Map<string, Entry>, type: string): Entry[] {
  return [...entries.values()].filter((entry) => entry['type'] === type);
}

/** The pair of addresses in use. Firefox marks it as selected; the others name it in the transport. */
function usedPair(entries: Map<string, Entry>): Entry | undefined {
  const [transport] = ofType(entries, 'transport');
  return (
    entries.get(String(transport?.['selectedCandidatePairId'])) ??
    ofType(entries, 'candidate-pair').find(({ selected }) => selected === true)
  );
}

function pathOf(local: Entry | undefined): MediaPath {
  if (local?.['candidateType'] === 'relay') {
    return 'relay';
  }
  return local?.['protocol'] === 'tcp' ? 'tcp' : 'udp';
}

function sum(entries: readonly Entry[], name: string): number {
  return entries.reduce((total, entry) => total + (numberOf(entry[name]) ?? 0), 0);
}

function milliseconds(seconds: unknown): number | null {
  const number = numberOf(seconds);
  return number === null ? null : number * 1_000;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
