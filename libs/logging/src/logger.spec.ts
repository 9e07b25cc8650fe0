import { Logger } from './logger.js';

const ID = '8e0f4f0a-1d0b-4f7e-bf0f-0c5b9a6e4a31';

describe('the log', () => {
  const lines: string[] = [];
  const logger = new Logger('api', 'info', { write: (line) => void lines.push(line) });
  const last = (): Record<string, unknown> =>
    JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;

  beforeEach(() => {
    lines.length = 0;
  });

  it('writes one JSON object a line: time, level, process, event and fields', () => {
    logger.info('visit.ended', { visitId: ID });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.endsWith('}\n')).toBe(true);
    expect(last()).toEqual({
      level: 30,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
      process: 'api',
      event: 'visit.ended',
      visitId: ID,
    });
  });

  it('writes no message of an error', () => {
    const error = Object.assign(new Error('Aino Virtanen'), { detail: 'Aino Virtanen' });
    logger.warn('message.not-sent', { messageId: ID }, error);
    logger.error('purge.visit-failed', { visitId: ID }, error);
    expect(lines).toHaveLength(2);
    expect(lines.join('')).not.toContain('Aino');
    expect(last()).toMatchObject({ errorClass: 'Error', visitId: ID });
  });

  it('refuses a value that does not fit, also when an error brings it', () => {
    logger.error('job.failed', {}, Object.assign(new Error('x'), { code: 'Aino Virtanen' }));
    expect(last()).toMatchObject({ code: '[refused]' });
  });

  it('keeps to its level', () => {
    logger.debug('http.refused', { status: 404 });
    expect(lines).toEqual([]);
  });
});
