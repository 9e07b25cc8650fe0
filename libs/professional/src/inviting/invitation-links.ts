import { Inject, Injectable } from '@nestjs/common';
import { Clock, Randomness, hashSecret, newSecret } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { INVITATION_DAYS } from '@tapaamo/contracts';

const DAY_MS = 86_400_000;

/** A link that was just made. The secret in it is kept nowhere. */
export interface NewLink {
  link: string;
  secretHash: Buffer;
  expiresAt: Date;
}

/** Makes the links under which invitations are accepted. */
@Injectable()
export class InvitationLinks {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** A link with a fresh secret in its fragment, and what is kept of it. */
  make(): NewLink {
    const secret = newSecret(this.randomness);
    return {
      link: `${this.config.PUBLIC_URL}/invitation#${secret}`,
      secretHash: hashSecret('invitation', secret),
      expiresAt: this.expiry(),
    };
  }

  /** When a link that is made now ends. */
  expiry(): Date {
    return new Date(this.clock.nowMs() + INVITATION_DAYS * DAY_MS);
  }
}
