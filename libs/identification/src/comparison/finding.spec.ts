import { Redacted } from '@tapaamo/common';
import type { ParticipantRole } from '@tapaamo/contracts';
import type { OtherBookedPerson } from './booked-person.js';
import { findingOf } from './finding.js';

const CODE = '131052-308T';

const booked = (name: string, hetu: string | null = null, minorOn: string | null = null) => ({
  name: new Redacted(name),
  hetu: hetu === null ? null : new Redacted(hetu),
  minorOn,
});
const identified = (
  name: string,
  {
    hetu = CODE,
    birthDate = '1952-10-13',
    birthDateDiffers = false,
  }: { hetu?: string | null; birthDate?: string | null; birthDateDiffers?: boolean } = {},
) => {
  const [givenNames = '', familyName = ''] = name.split(' ');
  return {
    name: new Redacted({ givenNames, familyName, displayName: name }),
    hetu: hetu === null ? null : new Redacted(hetu),
    birthDate: birthDate === null ? null : new Redacted(birthDate),
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

  it('somebody without one is never sure by name, and it is said', async () => {
    const foreign = identified('Aino Virtanen', { hetu: null });
    const basis = 'name-without-code';
    expect(await findingOf(foreign, booked('Aino Virtanen', CODE), nobodyElse)).toMatchObject({
      result: 'same-name',
      basis,
      nameDiffers: false,
    });
    expect(await findingOf(foreign, booked('Aino Korhonen', CODE), nobodyElse)).toMatchObject({
      result: 'different-name',
      basis,
    });
  });

  it('somebody without one who was born on another day is another person', async () => {
    const namesake = identified('Aino Virtanen', { hetu: null, birthDate: '1985-05-05' });
    expect(await findingOf(namesake, booked('Aino Virtanen', CODE), nobodyElse)).toMatchObject({
      result: 'different-birth-date',
      basis: 'name-without-code',
    });
    const untold = identified('Aino Virtanen', { hetu: null, birthDate: null });
    expect(await findingOf(untold, booked('Aino Virtanen', CODE), nobodyElse)).toMatchObject({
      result: 'same-name',
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

it('a name that fits with the family name first is told', async () => {
  const father = identified('Ali Mohamed');
  expect(await findingOf(father, booked('Mohamed Ali'), nobodyElse)).toMatchObject({
    result: 'same-person',
    basis: 'name-reversed',
    nameDiffers: false,
  });
});

it('only a name of another country may lack the letters that were typed', async () => {
  const lang = booked('Anna Lång');
  const finnish = identified('Anna Lang');
  expect(await findingOf(finnish, lang, nobodyElse)).toMatchObject({ result: 'different-name' });
  const foreign = identified('Anna Lang', { hetu: null });
  expect(await findingOf(foreign, lang, nobodyElse)).toMatchObject({ result: 'same-person' });
});

describe('a minor who was booked without an identity code', () => {
  const child = booked('Johannes Virtanen', null, '2026-11-26');
  const named = (birthDate: string | null, hetu: string | null = null) => ({
    ...identified('Matti Virtanen', { hetu, birthDate }),
    name: new Redacted({
      givenNames: 'Matti Johannes',
      familyName: 'Virtanen',
      displayName: 'Virtanen Matti Johannes',
    }),
  });

  it.each([
    ['a father with the name', '1985-05-05', 'different-birth-date'],
    ['who is of age from today', '2008-11-26', 'different-birth-date'],
    ['who is from tomorrow', '2008-11-27', 'same-person'],
    ['whose day of birth nobody knows', null, 'same-name'],
  ] as const)('is compared with %s', async (_, birthDate, result) => {
    expect(await findingOf(named(birthDate), child, nobodyElse)).toMatchObject({ result });
    expect(await findingOf(named(birthDate, CODE), child, nobodyElse)).toMatchObject({ result });
  });

  it('is not the guardian who comes by the link', async () => {
    const guardian = async () => [other('guardian', 'Matti Virtanen')];
    expect(await findingOf(named('1985-05-05'), child, guardian)).toMatchObject({
      result: 'guardian',
    });
  });

  it('is not whom a grown-up by another’s link is taken for', async () => {
    const children = async () => [{ role: 'client' as const, ...child }];
    expect(await findingOf(named('1985-05-05'), booked('Aino Korhonen'), children)).toMatchObject({
      result: 'different-name',
    });
  });

  it('is who has the code that was booked, whatever was said of their age', async () => {
    const wrongly = booked('Johannes Virtanen', CODE, '2026-11-26');
    expect(await findingOf(named('1952-10-13', CODE), wrongly, nobodyElse)).toMatchObject({
      result: 'same-person',
      basis: 'identity-code',
    });
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
