import type { OtherParticipant } from '../connection/meeting-state.js';
import type { RemoteMedia } from '../connection/remote-media.js';
import { arrange } from './arrange.js';

const person = (participantId: string, more: Partial<OtherParticipant> = {}): OtherParticipant => ({
  participantId,
  role: 'guardian',
  connected: true,
  ...more,
});
const CROWD = Array.from({ length: 10 }, (_, index) => person(`guardian-${String(index)}`));
const SIGNER = person('signer', { role: 'interpreter', interpreterLanguage: 'fse' });
const SPEAKER = person('speaker', { role: 'interpreter', interpreterLanguage: 'so' });
const nothing: RemoteMedia = new Map();
const sharing = (participantId: string): RemoteMedia =>
  new Map([
    [participantId, { screen: { consumerId: 's', track: {} as MediaStreamTrack, paused: false } }],
  ]);
const ids = (tiles: readonly { kind: string; participant: OtherParticipant }[]) =>
  tiles.map(({ kind, participant }) => `${kind} ${participant.participantId}`);

describe('arrange', () => {
  it('shows everybody once, whoever shares and whoever is pinned', () => {
    const others = [...CROWD, SIGNER];
    for (const remote of [nothing, sharing('guardian-3'), sharing('signer')]) {
      for (const pinned of [[], ['guardian-1'], ['guardian-1', 'signer', 'gone']]) {
        const { stage, rest } = arrange(others, remote, new Set(pinned));
        const people = [...stage, ...rest].filter(({ kind }) => kind === 'person');
        expect(ids(people).sort()).toEqual(
          others.map((one) => `person ${one.participantId}`).sort(),
        );
      }
    }
  });

  it('keeps a signer large beside a shared screen, among eleven others, whoever is pinned', () => {
    const { stage } = arrange([...CROWD, SIGNER], sharing('guardian-0'), new Set(['guardian-9']));
    expect(ids(stage)).toEqual(['screen guardian-0', 'person guardian-9', 'person signer']);
  });

  it('keeps a signer first and larger while nothing is shared', () => {
    const { stage, rest } = arrange([...CROWD, SIGNER], nothing, new Set());
    expect(stage).toEqual([]);
    expect(rest[0]).toMatchObject({ participant: SIGNER, kept: true });
    expect(rest.filter(({ kept }) => kept)).toHaveLength(1);
  });

  it('takes nobody for a signer who interprets by voice, or whose language nobody told', () => {
    const unknown = person('unknown', { role: 'interpreter' });
    const { rest } = arrange([SPEAKER, unknown, person('guardian')], nothing, new Set());
    expect(rest.some(({ kept }) => kept)).toBe(false);
  });
});
