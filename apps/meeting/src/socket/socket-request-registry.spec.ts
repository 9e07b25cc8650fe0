import { SIGNALLING_REQUESTS } from '@tapaamo/contracts';
import { MEETING_HANDLERS } from '../meeting/meeting-handlers.js';
import { SocketRequestRegistry, SocketRequestsIncompleteError } from './socket-request-registry.js';
import { SocketRequest, declarationOf, type SocketRequestHandler } from './socket-request.js';

/** Handlers as Nest would make them, without what they are given. */
const handlers = (): SocketRequestHandler[] =>
  MEETING_HANDLERS.map((handler) => Object.create(handler.prototype) as SocketRequestHandler);

describe('SocketRequestRegistry', () => {
  it('holds one handler for every request of the contract', () => {
    const registry = new SocketRequestRegistry(handlers());
    expect(MEETING_HANDLERS.map((handler) => declarationOf(handler)?.event).sort()).toEqual(
      Object.keys(SIGNALLING_REQUESTS).sort(),
    );
    expect(registry.of('leaveMeeting').permission).toBe('seated');
  });

  it('lets nobody but the admitted do anything but leave', () => {
    const open = MEETING_HANDLERS.map((handler) => declarationOf(handler)).filter(
      (declaration) => declaration?.permission !== 'admitted',
    );
    expect(open).toEqual([{ event: 'leaveMeeting', permission: 'seated' }]);
  });

  it('does not come into being when a request has no handler', () => {
    expect(() => new SocketRequestRegistry(handlers().slice(1))).toThrow(
      SocketRequestsIncompleteError,
    );
  });

  it('does not come into being when a handler declares nothing', () => {
    class Undeclared implements SocketRequestHandler {
      handle(): Record<string, never> {
        return {};
      }
    }
    expect(() => new SocketRequestRegistry([...handlers(), new Undeclared()])).toThrow(
      /Undeclared/,
    );
  });

  it('does not come into being when a request has two handlers', () => {
    @SocketRequest({ event: 'produce', permission: 'seated' })
    class Second implements SocketRequestHandler {
      handle(): Record<string, never> {
        return {};
      }
    }
    expect(() => new SocketRequestRegistry([...handlers(), new Second()])).toThrow(/produce/);
  });
});
