import { PRESETS, PRESET_VALUES } from './presets.js';
import { EMPTY_SERVICE, serviceProblems, serviceRequestOf } from './service-values.js';

describe('the values of a kind of service', () => {
  it.each(PRESETS)('can be saved as they are (%s)', (preset) => {
    expect(serviceProblems(PRESET_VALUES[preset])).toEqual([]);
  });

  it.each(['housing', 'substance', 'family', 'child-protection'] as const)(
    'are discreet where the fact of a visit is sensitive (%s)',
    (preset) => {
      expect(PRESET_VALUES[preset].discreet).toBe(true);
    },
  );
});

describe('a service as it is written', () => {
  it('has every problem of an empty form named', () => {
    expect(serviceProblems(EMPTY_SERVICE).map(({ field, code }) => `${field} ${code}`)).toEqual([
      'nameFi field.missing',
      'nameSv field.missing',
      'nameEn field.missing',
      'purposeFi field.missing',
      'purposeSv field.missing',
      'purposeEn field.missing',
      'legalBasis field.missing',
    ]);
  });

  it('may have line breaks in a purpose, which become spaces', () => {
    const values = { ...PRESET_VALUES.family, purposeFi: 'Ohjaus\nja  tuki ' };
    expect(serviceRequestOf(values).purposeFi).toBe('Ohjaus ja tuki');
  });

  it.each(['', 'puoli tuntia', '4', '481', '30,5'])('has a length in minutes, not "%s"', (text) => {
    const problems = serviceProblems({ ...PRESET_VALUES.family, durationMinutes: text });
    expect(problems.map(({ field }) => field)).toEqual(['durationMinutes']);
  });
});
