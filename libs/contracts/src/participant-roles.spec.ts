import { levelFor, needsReason, reasonsFor } from './participant-roles.js';
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
    ['a child who was not identified', 'client', 'not-identified', visit('required', true), true],
    ['a child with another name', 'client', 'different-name', visit('required', true), true],
    ['a child who was identified', 'client', 'same-person', visit('required', true), false],
    ['a child where it is only offered', 'client', 'not-identified', visit('offered', true), false],
    ['a grown-up who was not', 'client', 'not-identified', visit('required', false), true],
    [
      'a grown-up where it is only offered',
      'client',
      'not-identified',
      visit('offered', false),
      false,
    ],
    ['another name where it is offered', 'client', 'different-name', visit('offered', false), true],
    ['another code', 'client', 'different-code', visit('required', false), true],
    ['the name alone', 'client', 'same-name', visit('offered', false), true],
    ['another day of birth', 'client', 'different-birth-date', visit('offered', true), true],
    ['a contradicting day of birth', 'client', 'birth-date-differs', visit('offered', false), true],
    ['a guardian by a child’s link', 'client', 'guardian', visit('required', true), true],
    ['somebody else of the visit', 'guardian', 'other-participant', visit('offered', true), true],
    ['a guardian who was not', 'guardian', 'not-identified', visit('required', true), true],
    ['a guardian who was', 'guardian', 'same-person', visit('required', true), false],
    ['an interpreter', 'interpreter', 'not-identified', visit('required', true), false],
    ['where nobody is identified', 'client', 'not-identified', visit('off', false), false],
  ] as const)('needs a reason to be let in: %s', (_, role, finding, of, needed) => {
    expect(needsReason({ role, finding }, of)).toBe(needed);
  });

  it.each([
    [
      'a child',
      { role: 'client', finding: 'not-identified' },
      true,
      ['with-guardian', 'known-child', 'identified-otherwise', 'checked-at-start'],
    ],
    [
      'a grown-up by another name',
      { role: 'client', finding: 'different-name' },
      false,
      ['known-person', 'name-changed', 'identified-otherwise', 'checked-at-start'],
    ],
    [
      'a guardian by a child’s link',
      { role: 'client', finding: 'guardian' },
      true,
      ['with-guardian', 'known-child', 'identified-otherwise', 'checked-at-start'],
    ],
    [
      'a guardian with another code',
      { role: 'guardian', finding: 'different-code' },
      true,
      ['known-person', 'identified-otherwise', 'checked-at-start'],
    ],
  ] as const)('is let in for reasons that can be true: %s', (_, who, clientIsMinor, reasons) => {
    expect(reasonsFor(who, { clientIsMinor })).toEqual(reasons);
  });
});
