import { DatabaseUnavailableError, FieldError } from '@tapaamo/common';
import { describeError } from './describe-error.js';

const SECRET = 'Aino Virtanen, 131052-308T';

/** As TypeORM and openid-client make them: values in the message, in properties and in the cause. */
class TellingError extends Error {
  readonly query = `INSERT INTO participant VALUES ('${SECRET}')`;
  readonly parameters = [SECRET];
  readonly code = '23505';

  constructor() {
    super(`duplicate key: ${SECRET}`, { cause: new Error(SECRET) });
    this.name = `TellingError ${SECRET}`;
  }
}

describe('describeError', () => {
  it('tells class, code and place of an error, and nothing it carries', () => {
    const described = describeError(new TellingError());
    expect(described).toMatchObject({ errorClass: 'TellingError', code: '23505' });
    expect(JSON.stringify(described)).not.toContain('Aino');
  });

  it('tells the code of our own errors', () => {
    expect(describeError(new FieldError('clientName', 'field.name-invalid'))).toMatchObject({
      errorClass: 'FieldError',
      code: 'field.name-invalid',
    });
    expect(describeError(new DatabaseUnavailableError(new Error(SECRET)))).toMatchObject({
      code: 'service.database-unavailable',
    });
  });

  it('finds the place in our own code', () => {
    const error = new Error(SECRET);
    error.stack = [
      `Error: ${SECRET}`,
      '    at Client._handleError (/srv/tapaamo/node_modules/pg/lib/client.js:345:17)',
      '    at async BookVisitService.book (file:///srv/tapaamo/dist/libs/visit/src/book.js:12:3)',
      '    at async other (file:///srv/tapaamo/dist/apps/api/src/main.js:1:1)',
    ].join('\n');
    expect(describeError(error).at).toBe('dist/libs/visit/src/book.js:12');
  });

  it('is not led astray by a message that looks like a place', () => {
    const error = new Error(`${SECRET}\n    at libs/Aino.Virtanen:1:1`);
    expect(JSON.stringify(describeError(error))).not.toContain('Aino');
  });

  it.each([
    ['text', SECRET, 'string'],
    ['nothing', undefined, 'undefined'],
    ['null', null, 'object'],
    ['an object', { message: SECRET }, 'object'],
  ])('describes %s that was thrown by its type', (_, thrown, type) => {
    expect(describeError(thrown)).toEqual({ errorClass: type });
  });

  it.each([[SECRET], [`x${'y'.repeat(500)}`], [{ name: SECRET }]])(
    'keeps a code of %j out of the log when it is no code',
    (code) => {
      const described = describeError(Object.assign(new Error('x'), { code }));
      expect(JSON.stringify(described).length).toBeLessThan(300);
    },
  );
});
