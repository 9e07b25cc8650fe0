import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { Request } from 'express';
import passport from 'passport';
import type { CompleteIdentification } from './identification-acts.js';
import { IdentificationService } from './identification.service.js';

/** Name of the strategy: `AuthGuard(CLIENT_IDENTIFICATION)`. */
export const CLIENT_IDENTIFICATION = 'client-identification';

/** Options of one authentication: what the answer is held against. */
export type ClientIdentificationOptions = Omit<CompleteIdentification, 'callbackUrl'>;

/**
 * Passport strategy of clients. Unlike openid-client's own it keeps nothing in a session: that one knows a single pending
 * sign-in per browser, and a second tab would break the first. Succeeds with the `TransactionOwner`; every failure is an
 * error of ours with its code, never a bare 401.
 */
@Injectable()
export class ClientIdentificationStrategy extends passport.Strategy {
  override readonly name = CLIENT_IDENTIFICATION;

  constructor(
    private readonly identification: IdentificationService,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
    passport.use(this);
  }

  override authenticate(request: Request, options: ClientIdentificationOptions): void {
    const callbackUrl = new URL(request.originalUrl, this.config.PUBLIC_URL);
    this.identification.complete({ ...options, callbackUrl }).then(
      // Passport's user is our staff, which a client never becomes: authenticate with a callback or a property.
      (owner) => this.success(owner as unknown as Express.User),
      (error: unknown) => this.error(error),
    );
  }
}
