import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Randomness } from '@tapaamo/common';
import { AccountSecrets } from '@tapaamo/professional';
import { parseCookie } from 'cookie';
import type { Request } from 'express';
import { z } from 'zod';

const NAME = '__Host-tapaamo-device';
const ATTRIBUTES = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' } as const;
const PLACE = 'known device v1';
const LASTS_MS = 90 * 86_400_000;

/** Accounts that one browser remembers: a workstation is shared. */
const MOST = 5;

const knownSchema = z.array(z.object({ id: z.string(), account: z.string(), until: z.number() }));
type Known = z.infer<typeof knownSchema>;

/**
 * Tells a browser on which an account was signed in to from a stranger's, so that a flood of guesses does not lock the
 * account's own people out. It opens nothing: the password is asked all the same. Sealed, and nobody is named in it.
 */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly secrets: AccountSecrets,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** @returns Random id of this browser for this account, or null when it has not been signed in to here. */
  idFor(request: Request, email: string): string | null {
    const account = accountOf(email);
    return this.#read(request).find((known) => known.account === account)?.id ?? null;
  }

  /** Remembers that somebody signed in here. */
  remember(request: Request, email: string): void {
    const account = accountOf(email);
    const others = this.#read(request).filter((known) => known.account !== account);
    const id = this.idFor(request, email) ?? this.randomness.uuid();
    const until = this.clock.nowMs() + LASTS_MS;
    const all = [{ id, account, until }, ...others].slice(0, MOST);
    const sealed = this.secrets.seal(PLACE, Buffer.from(JSON.stringify(all)));
    request.res?.cookie(NAME, sealed.toString('base64url'), { ...ATTRIBUTES, maxAge: LASTS_MS });
  }

  #read(request: Request): Known {
    const sealed = parseCookie(request.headers.cookie ?? '')[NAME] ?? '';
    const clear = this.secrets.open(PLACE, Buffer.from(sealed, 'base64url'));
    const known = clear === null ? [] : knownSchema.parse(JSON.parse(clear.toString()));
    return known.filter(({ until }) => until > this.clock.nowMs());
  }
}

function accountOf(email: string): string {
  return createHash('sha256').update(email.toLowerCase()).digest('base64url');
}
