import fc from 'fast-check';
import { admissionSchema, participantRoleSchema } from '@tapaamo/contracts';
import { consentOf, type Asked } from './consent.js';

const yes = { agreed: true, admission: 'waiting' } as const;
const no = { agreed: false, admission: 'waiting' } as const;
const open = { agreed: null, admission: 'waiting' } as const;
const away = { agreed: null, admission: 'outside' } as const;
const client = { role: 'client' } as const;
const guardian = { role: 'guardian' } as const;

describe('consentOf', () => {
  it.each<[string, Asked[], boolean | null]>([
    ['nobody', [], null],
    ['a client who has not answered', [{ ...client, ...open }], null],
    ['a client’s yes', [{ ...client, ...yes }], true],
    ['a client’s no', [{ ...client, ...no }], false],
    ['a yes of who left', [{ ...client, agreed: true, admission: 'left' }], true],
  ])('of a grown-up: %s', (_, asked, consent) => {
    expect(consentOf(asked, false)).toBe(consent);
  });

  it.each<[string, Asked[], boolean | null]>([
    [
      'the child’s yes alone',
      [
        { ...client, ...yes },
        { ...guardian, ...away },
      ],
      null,
    ],
    [
      'a guardian’s yes',
      [
        { ...client, ...open },
        { ...guardian, ...yes },
      ],
      true,
    ],
    [
      'a guardian’s yes and the child’s no',
      [
        { ...client, ...no },
        { ...guardian, ...yes },
      ],
      false,
    ],
    [
      'one yes and one no',
      [
        { ...guardian, ...yes },
        { ...guardian, ...no },
      ],
      false,
    ],
    [
      'one no and one yes',
      [
        { ...guardian, ...no },
        { ...guardian, ...yes },
      ],
      false,
    ],
    [
      'one yes, the other here and silent',
      [
        { ...guardian, ...yes },
        { ...guardian, ...open },
      ],
      null,
    ],
    [
      'one yes, the other not here',
      [
        { ...guardian, ...yes },
        { ...guardian, ...away },
      ],
      true,
    ],
    [
      'a no of who is gone',
      [
        { ...guardian, ...yes },
        { ...guardian, agreed: false, admission: 'outside' },
      ],
      false,
    ],
  ])('of a child: %s', (_, asked, consent) => {
    expect(consentOf(asked, true)).toBe(consent);
  });

  it('is never a yes against anybody’s no, whoever else answers and in whatever order', () => {
    const anybody = fc.record({
      role: fc.constantFrom(...participantRoleSchema.options),
      admission: fc.constantFrom(...admissionSchema.options),
      agreed: fc.constantFrom(true, false, null),
    });
    fc.assert(
      fc.property(fc.array(anybody), fc.boolean(), (asked, clientIsMinor) => {
        const consent = consentOf(asked, clientIsMinor);
        expect(consent === false).toBe(asked.some(({ agreed }) => agreed === false));
        expect(consentOf(asked.toReversed(), clientIsMinor)).toBe(consent);
      }),
    );
  });
});
