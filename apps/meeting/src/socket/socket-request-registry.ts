import { SIGNALLING_REQUESTS, type SignallingRequest } from '@tapaamo/contracts';
import {
  declarationOf,
  type SocketPermission,
  type SocketRequestHandler,
} from './socket-request.js';

/** A request as it can be carried out. */
export interface RegisteredRequest {
  permission: SocketPermission;
  handler: SocketRequestHandler;
}

/** The handlers do not cover the requests one to one. Names the requests and classes at fault. */
export class SocketRequestsIncompleteError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Socket requests are not covered: ${faults.join(', ')}`);
    this.name = 'SocketRequestsIncompleteError';
  }
}

/** Every request of the contract with its one handler and its permission. */
export class SocketRequestRegistry {
  readonly #requests = new Map<SignallingRequest, RegisteredRequest>();

  /** @throws SocketRequestsIncompleteError, and the process does not start. */
  constructor(handlers: readonly SocketRequestHandler[]) {
    const faults: string[] = [];
    for (const handler of handlers) {
      const declaration = declarationOf(handler.constructor);
      if (declaration === undefined) {
        faults.push(`${handler.constructor.name} (declares nothing)`);
      } else if (this.#requests.has(declaration.event)) {
        faults.push(`${declaration.event} (two handlers)`);
      } else {
        this.#requests.set(declaration.event, { permission: declaration.permission, handler });
      }
    }
    const missing = (Object.keys(SIGNALLING_REQUESTS) as SignallingRequest[]).filter(
      (event) => !this.#requests.has(event),
    );
    faults.push(...missing.map((event) => `${event} (no handler)`));
    if (faults.length > 0) {
      throw new SocketRequestsIncompleteError(faults);
    }
  }

  /** The handler of a request and who may use it. */
  of(event: SignallingRequest): RegisteredRequest {
    const registered = this.#requests.get(event);
    if (registered === undefined) {
      throw new SocketRequestsIncompleteError([event]);
    }
    return registered;
  }
}
