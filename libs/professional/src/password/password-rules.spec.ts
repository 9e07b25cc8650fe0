import { PasswordRules, type PasswordOwner } from './password-rules.js';

const OWNER: PasswordOwner = {
  displayName: 'Sanna Salonen-Öhman',
  email: 'sanna.salonen@mallila.example',
  organisationNames: ['Mallilan hyvinvointialue', 'Mallila välfärdsområde', 'Mallila wellbeing'],
};

describe('a password of staff', () => {
  const rules = new PasswordRules('');
  const codeOf = async (password: string) =>
    rules.check(password, OWNER).then(
      () => 'taken',
      (error: unknown) => (error as { code: string }).code,
    );

  it.each([
    'kolme-pientä-kissaa',
    'oikea hevonen akku niitti',
    'correct horse battery staple',
    'Xk7#pq!mZ2vLw',
    'пять-зелёных-слонов',
    '家の前に大きな木がある庭にて',
    'pitkä salasana on hyvä '.repeat(40),
  ])('is taken when it is long and nobody would think of it: %s', async (password) => {
    expect(await codeOf(password)).toBe('taken');
  });

  it.each([
    ['', 'password.too-short'],
    ['kissa', 'password.too-short'],
    ['Xk7#pq!mZ2v', 'password.too-short'],
    // Twelve bytes and four characters.
    ['家家家家', 'password.too-short'],
    ['sanna istuu kalliolla 7', 'password.personal'],
    ['SALONEN-on-kotona-tänään', 'password.personal'],
    ['mallilan-kylän-raitti-88', 'password.personal'],
    ['tapaamo-on-oma-suosikki', 'password.personal'],
    ['password1234', 'password.easy-to-guess'],
    ['salasana1234', 'password.easy-to-guess'],
    ['qwertyuiop12', 'password.easy-to-guess'],
    ['aaaaaaaaaaaaaaaa', 'password.easy-to-guess'],
    ['123456789012345', 'password.easy-to-guess'],
    ['abcabcabcabcabc', 'password.easy-to-guess'],
    // Letters that only look different are the same (NFKC).
    ['ｐａｓｓｗｏｒｄ１２３４', 'password.easy-to-guess'],
  ])('is refused: %s, for it is %s', async (password, code) => {
    expect(await codeOf(password)).toBe(code);
  });

  it('names its field, so that the page can put the sentence beside it', async () => {
    await expect(rules.check('x', OWNER)).rejects.toMatchObject({
      options: { fields: [{ field: 'password', code: 'password.too-short' }] },
    });
  });
});
