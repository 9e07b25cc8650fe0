import { merged } from './merged.js';

const base = { name: 'Neuvonta', minutes: '30', languages: ['fi'] };

describe('what two people wrote at once', () => {
  it('is this person’s alone when nobody else changed anything', () => {
    const mine = { ...base, name: 'Ohjaus' };
    expect(merged(base, mine, { ...base })).toEqual({ values: mine, theirs: [] });
  });

  it('has the other’s values where only they changed something', () => {
    const now = { ...base, minutes: '45', languages: ['fi', 'sv'] };
    expect(merged(base, { ...base, name: 'Ohjaus' }, now)).toEqual({
      values: { name: 'Ohjaus', minutes: '45', languages: ['fi', 'sv'] },
      theirs: ['minutes', 'languages'],
    });
  });

  it('keeps what this person wrote where both did, and says so', () => {
    const result = merged(base, { ...base, name: 'Minun' }, { ...base, name: 'Heidän' });
    expect(result).toEqual({ values: { ...base, name: 'Minun' }, theirs: ['name'] });
  });
});
