import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { IceServer } from '@tapaamo/contracts';

/**
 * How long a credential opens a new way through a relay. What was opened goes on, and whoever needs another way later
 * asks for a new credential with the new line.
 */
const LIFETIME_SECONDS = 2 * 60 * 60;

/**
 * The relays of networks that let neither UDP nor media's ports through, with a credential of one participant that is
 * good for two hours ("A REST API For Access To TURN Services", draft-uberti-behave-turn-rest-00: coturn's
 * `use-auth-secret`). A relay reaches our media nodes only (`infra/turn`), where the credential opens nothing.
 */
@Injectable()
export class Relays {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @returns What a browser needs; nothing where there is no relay. */
  iceServersFor(participantId: string): IceServer[] {
    const { TURN_URLS: urls, TURN_SECRET: secret } = this.config;
    if (urls.length === 0) {
      return [];
    }
    const expiresAt = Math.floor(this.clock.nowMs() / 1_000) + LIFETIME_SECONDS;
    // The relay counts by what follows the colon, and may log it: one word a participant, which leads to nobody.
    const opaque = createHmac('sha256', secret).update(`participant ${participantId}`);
    const username = `${String(expiresAt)}:${opaque.digest('base64url').slice(0, 22)}`;
    const credential = createHmac('sha1', secret).update(username).digest('base64');
    return [{ urls, username, credential }];
  }
}
