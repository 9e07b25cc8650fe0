import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';

/** Where a request comes from. */
export interface Origin {
  /** `networkOf` its address. */
  network: string;
  correlationId: string;
}

/**
 * Where what is done now was asked for. It goes with the request by itself, so that no service has to hand it on and
 * none can forget to.
 */
@Injectable()
export class AuditOrigin {
  readonly #storage = new AsyncLocalStorage<Origin>();

  /** Does something, and all that follows from it, as asked for from there. */
  within<T>(origin: Origin, act: () => T): T {
    return this.#storage.run(origin, act);
  }

  /** @returns Null for what no request asked for: a job, or the operator's command. */
  current(): Origin | null {
    return this.#storage.getStore() ?? null;
  }
}
