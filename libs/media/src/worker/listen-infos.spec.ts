import { ConfigInvalidError } from '@tapaamo/config';
import { checkListenConfig, type ListenConfig } from './listen-infos.js';

const PRODUCTION: ListenConfig = {
  NODE_ENV: 'production',
  MEDIA_LISTEN_ADDRESS: '10.0.0.5',
  MEDIA_ANNOUNCED_ADDRESS: '',
  MEDIA_PORT_BASE: 40_000,
};

function problemsOf(config: Partial<ListenConfig>, workers = 4): readonly string[] {
  try {
    checkListenConfig({ ...PRODUCTION, ...config }, workers);
    return [];
  } catch (error) {
    if (error instanceof ConfigInvalidError) {
      return error.problems;
    }
    throw error;
  }
}

describe('where media workers listen', () => {
  it.each([
    { MEDIA_LISTEN_ADDRESS: '10.0.0.5' },
    { MEDIA_LISTEN_ADDRESS: '0.0.0.0', MEDIA_ANNOUNCED_ADDRESS: '192.0.2.7' },
    { MEDIA_LISTEN_ADDRESS: '10.0.0.5', MEDIA_ANNOUNCED_ADDRESS: 'media.example.fi' },
  ])('may be %j in production', (config) => {
    expect(problemsOf(config)).toEqual([]);
  });

  it.each([
    { MEDIA_LISTEN_ADDRESS: '127.0.0.1' },
    { MEDIA_LISTEN_ADDRESS: '::1' },
    { MEDIA_LISTEN_ADDRESS: '127.0.0.1', MEDIA_ANNOUNCED_ADDRESS: '192.0.2.7' },
    { MEDIA_ANNOUNCED_ADDRESS: '127.0.1.1' },
    { MEDIA_ANNOUNCED_ADDRESS: '::ffff:127.0.0.1' },
    { MEDIA_ANNOUNCED_ADDRESS: 'localhost' },
    { MEDIA_LISTEN_ADDRESS: '0.0.0.0', MEDIA_ANNOUNCED_ADDRESS: 'media.localhost' },
  ])('may not be %j in production: no browser would reach it', (config) => {
    const problems = problemsOf(config);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^MEDIA_(LISTEN|ANNOUNCED)_ADDRESS must be an address/);
    expect(problemsOf({ ...config, NODE_ENV: 'development' })).toEqual([]);
  });

  it.each([
    { MEDIA_LISTEN_ADDRESS: '0.0.0.0' },
    { MEDIA_LISTEN_ADDRESS: '::' },
    { MEDIA_ANNOUNCED_ADDRESS: '0.0.0.0' },
  ])('may not be %j anywhere: nobody can be told an address', (config) => {
    expect(problemsOf({ ...config, NODE_ENV: 'development' })).toHaveLength(1);
  });

  it('must leave each worker a port', () => {
    expect(problemsOf({ MEDIA_PORT_BASE: 65_533 }, 3)).toEqual([]);
    expect(problemsOf({ MEDIA_PORT_BASE: 65_533 }, 4)).toHaveLength(1);
  });
});
