import { isDatabaseUnavailable, sqlState } from './database-failure.js';

const failure = (properties: object, message = 'x') =>
  Object.assign(new Error(message), properties);

describe('isDatabaseUnavailable', () => {
  it.each([
    ['the server refuses connections', failure({ code: 'ECONNREFUSED' })],
    ['the line broke', failure({ code: 'ECONNRESET' })],
    ['the server was told to end', failure({ code: '57P01' })],
    ['the server is starting', failure({ code: '57P03' })],
    ['the server has no connection left', failure({ code: '53300' })],
    ['the connection failed', failure({ code: '08006' })],
    ['the connection ended', failure({}, 'Connection terminated unexpectedly')],
    ['no connection was free', failure({}, 'timeout exceeded when trying to connect')],
    ['no answer came', failure({}, 'Query read timeout')],
    [
      'a transaction lost its connection',
      failure({}, 'Query runner already released. Cannot run queries anymore.'),
    ],
    [
      'work goes on in a transaction that lost its connection',
      failure(
        {},
        'Database connection provided by a query runner was already released, cannot continue',
      ),
    ],
    ['TypeORM wraps it', failure({ driverError: failure({ code: '57P01' }) })],
    ['it is a cause', new Error('x', { cause: failure({ code: 'ETIMEDOUT' }) })],
  ])('is so when %s', (_, error) => {
    expect(isDatabaseUnavailable(error)).toBe(true);
  });

  it.each([
    ['a statement is wrong', failure({ code: '42601' })],
    ['a rule is broken', failure({ driverError: failure({ code: '23505' }) })],
    ['a statement took too long', failure({ code: '57014' })],
    ['it is something else', failure({ code: 'ERR_INVALID_ARG_TYPE' })],
    ['it is no error', { code: 'ECONNREFUSED' }],
    ['it is nothing', undefined],
  ])('is not so when %s', (_, error) => {
    expect(isDatabaseUnavailable(error)).toBe(false);
  });

  it('ends although an error is its own cause', () => {
    const error = new Error('x');
    error.cause = error;
    expect(isDatabaseUnavailable(error)).toBe(false);
  });
});

describe('sqlState', () => {
  it('is the code of a failed statement', () => {
    expect(sqlState(failure({ driverError: { code: '23P01' } }))).toBe('23P01');
  });

  it.each([
    [null],
    [undefined],
    ['x'],
    [new Error('x')],
    [{ driverError: null }],
    [{ driverError: { code: 7 } }],
  ])('is undefined for anything else', (error) => {
    expect(sqlState(error)).toBeUndefined();
  });
});
