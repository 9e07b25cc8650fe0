import {
  MessageInvalidError,
  MessageTooLargeError,
  readBody,
  receiveMessage,
  requestNamed,
} from './read-message.js';

describe('receiveMessage', () => {
  const acknowledge = (): void => undefined;

  it('takes a message apart', () => {
    const body = { direction: 'send' };
    expect(receiveMessage(['restartIce', body, acknowledge])).toEqual({
      event: 'restartIce',
      bodies: [body],
      acknowledge,
    });
  });

  it.each([[[]], [['restartIce']], [['restartIce', {}]], [[acknowledge]]])(
    'sees that nobody awaits an answer to %p',
    (packet) => {
      expect(receiveMessage(packet).acknowledge).toBeNull();
    },
  );
});

describe('requestNamed', () => {
  it.each(['constructor', '__proto__', 'toString', 'disconnect', 'error', '', 7, null, {}])(
    'knows no request %p',
    (event) => {
      expect(requestNamed(event)).toBeUndefined();
    },
  );

  it('knows the requests of the contract', () => {
    expect(requestNamed('joinMeeting')).toBe('joinMeeting');
  });
});

describe('readBody', () => {
  it('gives the body with its defaults', () => {
    const rtpParameters = { codecs: [{ mimeType: 'audio/opus' }] };
    const body = { kind: 'audio', source: 'microphone', rtpParameters };
    expect(readBody('produce', [body])).toMatchObject({ paused: false });
  });

  it.each([
    ['none', []],
    ['two', [{ direction: 'send' }, {}]],
    ['one with more in it', [{ direction: 'send', transportId: 'another' }]],
    ['bytes', [Buffer.from('send')]],
  ])('refuses %s', (_what, bodies) => {
    expect(() => readBody('restartIce', bodies)).toThrow(MessageInvalidError);
  });

  it('refuses what is too large before it looks at its form', () => {
    expect(() => readBody('restartIce', [{ anything: 'x'.repeat(40_000) }])).toThrow(
      MessageTooLargeError,
    );
  });
});
