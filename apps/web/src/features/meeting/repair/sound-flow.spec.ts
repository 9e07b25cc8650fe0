import { soundBetween, soundIn } from './sound-flow.js';

const report = (...entries: Record<string, unknown>[]) =>
  new Map(entries.map((entry, index) => [String(index), entry])) as unknown as RTCStatsReport;

describe('sound on a path', () => {
  it('is counted of all that comes, and of nothing else', () => {
    const statistics = report(
      { type: 'inbound-rtp', kind: 'audio', packetsReceived: 10, totalAudioEnergy: 0.5 },
      { type: 'inbound-rtp', kind: 'audio', packetsReceived: 5, totalAudioEnergy: 0.25 },
      { type: 'inbound-rtp', kind: 'video', packetsReceived: 900 },
      { type: 'outbound-rtp', kind: 'audio', packetsSent: 7 },
    );
    expect(soundIn(statistics, 'in')).toEqual({ packets: 15, energy: 0.75 });
    expect(soundIn(statistics, 'out')).toEqual({ packets: 7, energy: undefined });
  });

  it.each([
    [{ packets: 15, energy: 1 }, { packets: 15, energy: 1 }, false, false],
    [{ packets: 15, energy: 1 }, { packets: 18, energy: 1 }, true, false],
    [{ packets: 15, energy: 1 }, { packets: 18, energy: 1.1 }, true, true],
    [{ packets: 15, energy: undefined }, { packets: 18, energy: undefined }, true, true],
  ])('flows and is audible as the counts say', (before, after, flows, isAudible) => {
    expect(soundBetween(before, after)).toEqual({ flows, isAudible });
  });
});
