import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { z } from 'zod';
import type { VisitRef } from '../visit-ref.js';
import { SharedSecret } from './shared-secret.js';

/** Who tests their devices. Random ids only; the visit is named for the log, and no way leads into it. */
export interface DeviceTestClaims extends VisitRef {
  participantId: string;
  /** The session behind the door. */
  sessionId: string;
}

const claimsSchema = z.object({
  organisationId: z.uuid(),
  visitId: z.uuid(),
  participantId: z.uuid(),
  sessionId: z.uuid(),
});

/** Another one than of a seat in a meeting: neither token is good for the other. */
const AUDIENCE = 'tapaamo-device-test';

/** Tokens with which a browser comes to a meeting node to test its devices; they live for one minute. */
export abstract class DeviceTestTokens {
  abstract sign(claims: DeviceTestClaims): Promise<string>;
  /** @throws MeetingTokenInvalidError (`meeting.token-invalid`) */
  abstract verify(token: string): Promise<DeviceTestClaims>;
}

/** Tokens under a secret that API and nodes share. */
@Injectable()
export class SharedSecretDeviceTestTokens extends DeviceTestTokens {
  readonly #shared: SharedSecret<DeviceTestClaims>;

  constructor(@Inject(CONFIG) config: Config, clock: Clock) {
    super();
    this.#shared = new SharedSecret(config, clock, { audience: AUDIENCE, claims: claimsSchema });
  }

  override async sign(claims: DeviceTestClaims): Promise<string> {
    return this.#shared.sign(claims);
  }

  override async verify(token: string): Promise<DeviceTestClaims> {
    return this.#shared.verify(token);
  }
}
