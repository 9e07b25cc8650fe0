import { DeadlineExceededError } from '../errors/errors.js';
import { withDeadline } from './deadline.js';

describe('withDeadline', () => {
  it('gives the result of work that is in time', async () => {
    await expect(withDeadline(Promise.resolve(7), 1_000)).resolves.toBe(7);
  });

  it('passes on the error of work that fails in time', async () => {
    await expect(withDeadline(Promise.reject(new TypeError()), 1_000)).rejects.toThrow(TypeError);
  });

  it('refuses work that is late and discards what it makes afterwards', async () => {
    const work = Promise.withResolvers<string>();
    const discarded = Promise.withResolvers<string>();
    await expect(withDeadline(work.promise, 1, discarded.resolve)).rejects.toThrow(
      DeadlineExceededError,
    );
    work.resolve('transport');
    await expect(discarded.promise).resolves.toBe('transport');
  });

  it('leaves no unhandled rejection when late work fails', async () => {
    const work = Promise.withResolvers<string>();
    await expect(withDeadline(work.promise, 1)).rejects.toThrow(DeadlineExceededError);
    work.reject(new Error('too late to matter'));
    await expect(work.promise).rejects.toThrow('too late');
  });
});
