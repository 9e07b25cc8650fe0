/** How much sound a path has carried. */
export interface SoundCount {
  packets: number;
  /** Grows while there is something to hear; undefined where the browser does not tell. */
  energy: number | undefined;
}

const COUNTED = {
  in: { type: 'inbound-rtp', packets: 'packetsReceived' },
  out: { type: 'outbound-rtp', packets: 'packetsSent' },
} as const;

/** Counts the sound in a browser's statistics. */
export function soundIn(statistics: RTCStatsReport, direction: 'in' | 'out'): SoundCount {
  const counted = COUNTED[direction];
  const count: { packets: number; energy: number | undefined } = { packets: 0, energy: undefined };
  statistics.forEach((entry: Record<string, unknown>) => {
    if (entry['type'] === counted.type && entry['kind'] === 'audio') {
      count.packets += numberIn(entry, counted.packets) ?? 0;
      const energy = numberIn(entry, 'totalAudioEnergy');
      count.energy = energy === undefined ? count.energy : (count.energy ?? 0) + energy;
    }
  });
  return count;
}

/** Less than this in a second is the hum of a line. */
const AUDIBLE_ENERGY = 1e-7;

/** What happened between two counts. Who cannot tell whether something was to be heard is believed. */
export function soundBetween(
  before: SoundCount,
  after: SoundCount,
): { flows: boolean; isAudible: boolean } {
  const { energy } = after;
  return {
    flows: after.packets > before.packets,
    isAudible: energy === undefined || energy - (before.energy ?? 0) > AUDIBLE_ENERGY,
  };
}

function numberIn(entry: Record<string, unknown>, name: string): number | undefined {
  const value = entry[name];
  return typeof value === 'number' ? value : undefined;
}
