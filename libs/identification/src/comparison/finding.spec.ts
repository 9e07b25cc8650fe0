import { Redacted } from '@tapaamo/common';
import type { ParticipantRole } from '@tapaamo/contracts';
import type { OtherBookedPerson } from './booked-person.js';
import { findingOf } from './finding.js';

const CODE = '131052-308T';

const booked = (name: string, hetu: string | null = null) => ({
  name: new Redacted(name),
  hetu: hetu === null ? null : new Redacted(hetu),
});
const identified = (
  name: string,
  {
    hetu = CODE,
    birthDateDiffers = false,
  }: { hetu?: string | null; birthDateDiffers?: boolean } = {},
) => {
  const [givenNames = '', familyName = ''] = name.split(' ');
  return {
    name: new Redacted({ givenNames, familyName, displayName: name }),
    hetu: hetu === null ? null : new Redacted(hetu),
    birthDateDiffers,
  };
};
const other = (role: ParticipantRole, name: string, hetu: string | null = null) => ({
  role,
  ...booked(name, hetu),
});
const aino = identified('Aino Virtanen');
const nobodyElse = async (): Promise<OtherBookedPerson[]> => [];

describe('where an identity code was booked', () => {
  it('the same one is the same person, by whatever name', async () => {
    expect(await findingOf(aino, booked('Aino Virtanen', CODE), nobodyElse)).toEqual({
      result: 'same-person',
      basis: 'identity-code',
      nameDiffers: false,
      birthDateDiffers: false,
    });
    expect(await findingOf(aino, booked('Aino Korhonen', CODE), nobodyElse)).toMatchObject({
      result: 'same-person',
      nameDiffers: true,
    });
  });

  it.each([
    ['in the sign of the century alone', '131052Y308T'],
    ['in the individual number', '131052-309U'],
    ['in its length', '131052-308'],
    ['wholly', '291292-918R'],
  ])('one that differs %s is another person, of the same name too', async (_, hetu) => {
    expect(await findingOf(aino, booked('Aino Virtanen', hetu), nobodyElse)).toMatchObject({
      result: 'different-code',
      basis: 'identity-code',
      nameDiffers: false,
    });
  });

  it('somebody without one is compared by name, and it is said', async () => {
    const foreign = identified('Aino Virtanen', { hetu: null });
    const basis = 'name-without-code';
    expect(await findingOf(foreign, booked('Aino Virtanen', CODE), nobodyElse)).toMatchObject({
      result: 'same-person',
      basis,
    });
    expect(await findingOf(foreign, booked('Aino Korhonen', CODE), nobodyElse)).toMatchObject({
      result: 'different-name',
      basis,
    });
  });
});

it('names are compared where no code was booked', async () => {
  expect(await findingOf(aino, booked('Aino Virtanen'), nobodyElse)).toMatchObject({
    result: 'same-person',
    basis: 'name',
  });
  expect(await findingOf(aino, booked('Aino Korhonen'), nobodyElse)).toMatchObject({
    result: 'different-name',
    basis: 'name',
    nameDiffers: true,
  });
});

it('T22: tells that the day of birth is another, and lets it decide nothing', async () => {
  const doubtful = identified('Aino Virtanen', { birthDateDiffers: true });
  expect(await findingOf(doubtful, booked('Aino Virtanen', CODE), nobodyElse)).toMatchObject({
    result: 'same-person',
    birthDateDiffers: true,
  });
});

describe('somebody else of the visit', () => {
  const child = booked('Onni Virtanen', '010516B903X');

  it.each([
    ['guardian', [other('guardian', 'Aino Virtanen')]],
    ['guardian', [other('interpreter', 'Aino Virtanen'), other('guardian', 'Aino Virtanen')]],
    ['guardian', [other('guardian', 'Aino Korhonen', CODE)]],
    ['other-participant', [other('support-person', 'Aino Virtanen')]],
    ['other-participant', [other('client', 'Aino Virtanen', CODE)]],
    // Their own code says that it is not they.
    ['different-code', [other('guardian', 'Aino Virtanen', '131052Y308T')]],
    ['different-code', [other('guardian', 'Liisa Virtanen')]],
  ] as const)('is found: %s', async (result, others) => {
    expect(await findingOf(aino, child, async () => others)).toMatchObject({
      result,
      basis: 'identity-code',
    });
  });

  it('is not opened while it is the one whose link it is', async () => {
    const never = () => Promise.reject(new Error('opened'));
    const { result } = await findingOf(aino, booked('Aino Virtanen'), never);
    expect(result).toBe('same-person');
  });
});
