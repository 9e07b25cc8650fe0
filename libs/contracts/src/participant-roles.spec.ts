import { levelFor, needsReason } from './participant-roles.js';
import { participantRoleSchema, type IdentificationLevel } from './words.js';

const visit = (identificationLevel: IdentificationLevel, clientIsMinor: boolean) => ({
  identificationLevel,
  clientIsMinor,
});

describe('who is identified at the door', () => {
  it.each(['required', 'offered', 'off'] as const)(
    'is a grown-up as the booking has it: %s',
    (level) => {
      expect(levelFor('client', visit(level, false))).toBe(level);
      expect(levelFor('guardian', visit(level, true))).toBe(level);
    },
  );

  it('is not the child where the client must be, who may', () => {
    expect(levelFor('client', visit('required', true))).toBe('offered');
    expect(levelFor('client', visit('off', true))).toBe('off');
  });

  it('is nobody who comes for their work or at the client’s side', () => {
    for (const role of participantRoleSchema.exclude(['client', 'guardian']).options) {
      expect(levelFor(role, visit('required', false))).toBe('off');
    }
  });

  it.each([
    ['a child who was not identified', 'client', undefined, visit('required', true), true],
    ['a child with another name', 'client', 'different-name', visit('required', true), true],
    ['a child who was identified', 'client', 'same-person', visit('required', true), false],
    ['a child where it is only offered', 'client', undefined, visit('offered', true), false],
    ['a grown-up', 'client', undefined, visit('required', false), false],
    ['a guardian', 'guardian', undefined, visit('required', true), false],
  ] as const)('needs a reason to be let in: %s', (_, role, result, of, needed) => {
    expect(needsReason({ role, result }, of)).toBe(needed);
  });
});
