import { INVITED_AT_ONCE_MAX, inviteStaffRequestSchema } from '@tapaamo/contracts';
import fc from 'fast-check';
import { countPeople } from './count-people.js';
import { readList } from './read-list.js';
import type { ListedPerson } from './read-people.js';

const peopleOf = async (text: string): Promise<ListedPerson[]> => {
  const reading = await readList(text);
  expect(reading).toHaveProperty('people');
  return 'people' in reading ? reading.people : [];
};
const problemOf = async (text: string) => {
  const reading = await readList(text);
  return 'problem' in reading ? reading.problem : undefined;
};
const HEADER = 'Nimi;Sähköposti;Roolit';
const row = async (cells: string) => (await peopleOf(`${HEADER}\n${cells}\n`))[0];
const codes = async (cells: string) =>
  (await row(cells))?.problems.map(({ field, code }) => `${field} ${code}`);

const AINO = {
  row: 2,
  member: {
    displayName: 'Aino Öhman',
    email: 'aino@malli.example',
    roles: ['professional', 'admin'],
  },
  problems: [],
};

describe('a list of people', () => {
  it.each([
    ['semicolons', 'Nimi;Sähköposti;Roolit\nAino Öhman;Aino@malli.example;ammattilainen, admin'],
    ['commas', 'name,email,roles\nAino Öhman,aino@malli.example,professional/admin'],
    ['tabs', 'Namn\tE-post\tRoller\r\nAino Öhman\taino@malli.example\tyrkesperson, admin\r\n'],
    ['quotes', '"Nimi","Sähköposti","Roolit"\n"Aino Öhman","aino@malli.example","dpo"'],
    ['a byte order mark', '\uFEFFnimi;email;rooli\nAino Öhman;aino@malli.example;dpo'],
    ['a line for the delimiter', 'sep=;\nnimi;email;rooli\nAino Öhman;aino@malli.example;dpo'],
    ['columns in another order', 'Rooli;E-mail;Nimi\ndpo;aino@malli.example;Aino  Öhman'],
    ['two columns of names', 'Etunimi;Sukunimi;Email;Rooli\nAino;Öhman;aino@malli.example;dpo'],
    ['more columns', 'Id;Nimi;Email;Osoite;Rooli\n7;Aino Öhman;aino@malli.example;Katu 1;dpo'],
    ['old line ends', 'nimi;email;rooli\rAino Öhman;aino@malli.example;dpo\r'],
  ])('is read with %s', async (_, text) => {
    const roles = text.includes('dpo') ? ['data-protection-officer'] : AINO.member.roles;
    await expect(peopleOf(text)).resolves.toEqual([{ ...AINO, member: { ...AINO.member, roles } }]);
  });

  it('keeps a line break in quotes in its cell, and says where in the spreadsheet a row is', async () => {
    const people = await peopleOf(
      `${HEADER}\n"Aino\nÖhman";aino@malli.example;"ammattilainen\nadmin"\n\n;;\nB;b@malli.example;`,
    );
    expect(people.map((person) => [person.row, person.member.displayName])).toEqual([
      [2, 'Aino Öhman'],
      [5, 'B'],
    ]);
    expect(people[0]).toEqual(AINO);
  });

  it('makes a professional of whoever has no role, who sees the least', async () => {
    await expect(row('Aino Öhman;aino@malli.example')).resolves.toMatchObject({
      member: { roles: ['professional'] },
      problems: [],
    });
  });

  it.each([
    ['=HYPERLINK("http://x");a@malli.example;', ['displayName formula']],
    ['+358 40;a@malli.example;', ['displayName formula']],
    ['-2+3;a@malli.example;', ['displayName formula']],
    ['@SUM(A1);a@malli.example;', ['displayName formula']],
    ['" =1+1";a@malli.example;', ['displayName formula']],
    ['Aino Öhman;+aino@malli.example;', ['email formula']],
    ['Aino 131052-308T;a@malli.example;', ['displayName field.name-invalid']],
    ['Aino\u202eNelli;a@malli.example;', ['displayName field.name-invalid']],
    [`${'a'.repeat(121)};a@malli.example;`, ['displayName field.too-long']],
    [';a@malli.example;', ['displayName field.missing']],
    ['Aino Öhman;;', ['email field.missing']],
    ['Aino Öhman;aino@;', ['email field.email-invalid']],
    ['Aino Öhman;a@malli.example;operator', ['roles role-unknown']],
    ['Aino Öhman;a@malli.example;admin, pomo', ['roles role-unknown']],
    ['Matti "Masa;a@malli.example;', ['displayName field.name-invalid']],
  ])('names what is wrong in %p', async (cells, expected) => {
    await expect(codes(cells)).resolves.toEqual(expected);
  });

  it('names the row where an address stands already', async () => {
    const people = await peopleOf(
      `${HEADER}\nAino;a@malli.example;\nBo;b@malli.example;\nCi;A@malli.example;\nD;;\nE;;`,
    );
    expect(people.map(({ problems }) => problems.find(({ code }) => code === 'twice'))).toEqual([
      undefined,
      undefined,
      { field: 'email', code: 'twice', detail: 2 },
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['', { code: 'empty' }],
    [' \n\n', { code: 'empty' }],
    [HEADER, { code: 'empty' }],
    [`${HEADER}\n;;\n`, { code: 'empty' }],
    ['PK\u0003\u0004\0\0', { code: 'not-text' }],
    ['Aino Öhman;aino@malli.example', { code: 'no-columns', missing: ['name', 'email'] }],
    ['Nimi;Puhelin\nAino;040', { code: 'no-columns', missing: ['email'] }],
    ['Etunimi;Email\nAino;a@b.fi', { code: 'no-columns', missing: ['name'] }],
    [`${HEADER}\n"Aino;a@malli.example;`, { code: 'broken' }],
    [`${HEADER}\n"${'a'.repeat(30_000)}`, { code: 'broken' }],
  ])('is refused whole when it is %p', async (text, problem) => {
    await expect(problemOf(text)).resolves.toEqual(problem);
  });

  it('may be as long as the contract allows, and no longer', async () => {
    const lines = Array.from({ length: INVITED_AT_ONCE_MAX + 1 }, (_, n) => `Aino;a${n}@b.fi`);
    const most = `nimi;email\n${lines.slice(1).join('\n')}`;
    await expect(peopleOf(most)).resolves.toHaveLength(INVITED_AT_ONCE_MAX);
    const count = INVITED_AT_ONCE_MAX + 1;
    const longer = `nimi;email\n${lines.join('\n')}`;
    await expect(problemOf(longer)).resolves.toEqual({ code: 'too-many', count });
  });

  it('of 100 000 is counted and refused before it is taken apart', async () => {
    const text = `nimi;email\n${'Aino Öhman;aino@malli.example\n'.repeat(100_000)}`;
    const before = performance.now();
    await expect(problemOf(text)).resolves.toEqual({ code: 'too-many', count: 100_000 });
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

describe('whatever somebody pastes', () => {
  it('gives people or a reason, and people without problems are as the server takes them', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.array(fc.string({ maxLength: 12 }), { maxLength: 4 }), { maxLength: 8 })
        .map((rows) => [HEADER, ...rows.map((cells) => cells.join(';'))].join('\n')),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const reading = await readList(text);
        const people = 'people' in reading ? reading.people : [];
        const right = people.filter(({ problems }) => problems.length === 0);
        expect(right.map(({ member }) => inviteStaffRequestSchema.parse(member))).toEqual(
          right.map(({ member }) => member),
        );
      }),
    );
  });

  it('reads back every list that a spreadsheet writes, whatever stands in its cells', async () => {
    const letters = fc.stringMatching(/^[A-ZÅÄÖ][a-zåäö]{1,20}( [A-ZÅÄÖ][a-zåäö-]{1,20})?$/);
    const delimiter = fc.constantFrom(';', ',', '\t');
    const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const cases = fc.tuple(
      fc.array(fc.tuple(letters, fc.string({ unit: 'grapheme' })), { minLength: 1, maxLength: 9 }),
      delimiter,
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\uFEFF'),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([written, between, end, mark]) => {
        const lines = written.map(([name, note], index) =>
          [note.replaceAll('\0', ''), name, `a${String(index)}@malli.example`]
            .map(quote)
            .join(between),
        );
        const text = mark + [`Huomio${between}Nimi${between}Email`, ...lines].join(end) + end;
        expect((await peopleOf(text)).map(({ member }) => member.displayName)).toEqual(
          written.map(([name]) => name.normalize('NFC')),
        );
        expect(countPeople(text)).toBe(written.length);
      }),
    );
  });
});
