import { ApiProblem, hasCode, isWorthAnotherTry, problemFrom } from './api-problem.js';

describe('a refusal of the server', () => {
  it('is read with its code, its fields and its correlation id', () => {
    const fields = [{ field: 'date', code: 'field.invalid' as const }];
    const problem = problemFrom({ code: 'request.invalid', correlationId: 'c1', fields });
    expect([problem.code, problem.correlationId, problem.fields]).toEqual([
      'request.invalid',
      'c1',
      fields,
    ]);
  });

  it.each([undefined, null, 'Bad gateway', {}, { code: 'no.such-code' }])(
    'that is not ours (%p) becomes an unexpected failure',
    (body) => {
      const problem = problemFrom(body, 'c2');
      expect([problem.code, problem.correlationId]).toEqual(['service.unexpected', 'c2']);
    },
  );

  it('can be tried again when it is an outage or the line is down, not when it is a slip', () => {
    const codes = ['offline', 'service.database-unavailable', 'booking.overlap'] as const;
    expect(codes.map((code) => new ApiProblem(code).retriable)).toEqual([true, true, false]);
  });

  it('is told by its code', () => {
    expect(hasCode(new ApiProblem('visit.ended'), 'visit.ended')).toBe(true);
    expect(hasCode(new Error('visit.ended'), 'visit.ended')).toBe(false);
  });
});

it.each([
  [new ApiProblem('offline'), true],
  [new ApiProblem('service.database-unavailable'), true],
  [new ApiProblem('request.too-many'), true],
  [new TypeError('failed to fetch'), true],
  [new ApiProblem('door.session-required'), false],
  [new ApiProblem('visit.ended'), false],
  [new ApiProblem('identification.locked'), false],
  [new ApiProblem('vault.sealed'), false],
])('after %p it is %s that it is asked again', (error, isWorth) => {
  expect(isWorthAnotherTry(error)).toBe(isWorth);
});
