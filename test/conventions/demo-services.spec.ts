import { DEMO_SERVICES } from '../../apps/job-runner/src/demo/demo-rows.js';
import { PRESET_VALUES } from '../../apps/web/src/features/settings/presets.js';

const presets = Object.values(PRESET_VALUES);

describe('services of the demonstration', () => {
  it('are as discreet as the settings propose for their kind', () => {
    const known = DEMO_SERVICES.flatMap(({ purposeFi, discreet }) => {
      const preset = presets.find((candidate) => candidate.purposeFi === purposeFi);
      return preset === undefined ? [] : [{ purposeFi, discreet, proposed: preset.discreet }];
    });
    expect(known).toHaveLength(3);
    expect(known.filter(({ discreet, proposed }) => discreet !== proposed)).toEqual([]);
  });

  it('show every level of identification, and doors of both kinds', () => {
    const levels = new Set(DEMO_SERVICES.map(({ identificationLevel }) => identificationLevel));
    expect(levels.size).toBe(3);
    expect(new Set(DEMO_SERVICES.map(({ discreet }) => discreet)).size).toBe(2);
  });
});
