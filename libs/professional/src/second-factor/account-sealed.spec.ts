import { professionalPersonalData } from '../professional.personal-data.js';
import { ACCOUNT_SEALED } from './account-sealed.js';

/** Gone within ten minutes, and opened with the secret before until then. */
const SHORT_LIVED = ['sign_in_transaction.sealed'];

it('has every sealed column of this lib, so that a rotation of ACCOUNT_SECRET misses none', () => {
  const sealed = Object.entries(professionalPersonalData).flatMap(([table, columns]) =>
    Object.entries(columns).flatMap(([column, kind]) =>
      kind === 'sealed' ? [`${table}.${column}`] : [],
    ),
  );
  expect([...ACCOUNT_SEALED.map(({ name }) => name), ...SHORT_LIVED].sort()).toEqual(sealed.sort());
});
