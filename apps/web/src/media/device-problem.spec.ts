import { deviceProblem } from './device-problem.js';

describe('reason why a device did not open', () => {
  it.each([
    ['NotAllowedError', 'refused'],
    ['SecurityError', 'refused'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'broken'],
    ['AbortError', 'broken'],
  ])('%s is told as %s', (name, problem) => {
    expect(deviceProblem(new DOMException('', name))).toBe(problem);
  });

  it('is that there is none in a browser that cannot open devices at all', () => {
    expect(deviceProblem(new TypeError('mediaDevices is undefined'))).toBe('missing');
  });
});
