import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { PERMISSION, isOperator, type Permission } from '@tapaamo/access';
import { AppError, DeniedOrMissingError, networkOf } from '@tapaamo/common';
import { CONFIG, publicProxies, type Config } from '@tapaamo/config';
import { RecordCallers, RecordKeyRefusedError } from '@tapaamo/record-system';
import { DoorService, DoorSessionRequiredError } from '@tapaamo/visit';
import type { Request } from 'express';
import { DOOR_PARTICIPANT_HEADER, type RecordScope } from '@tapaamo/contracts';
import { doorSecret } from '../door/door-cookie.js';
import { RECORD_SCOPE } from '../records/record-scoped.decorator.js';
import { RefusedKeys } from './refused-keys.js';

/** Lets a request through only where its route's declared permission fits who is calling. */
@Injectable()
export class PermissionGuard implements CanActivate {
  readonly #isProxy: (address: string) => boolean;

  constructor(
    private readonly reflector: Reflector,
    private readonly door: DoorService,
    private readonly recordCallers: RecordCallers,
    private readonly refusedKeys: RefusedKeys,
    @Inject(CONFIG) config: Config,
  ) {
    this.#isProxy = publicProxies(config);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const permissions = this.reflector.get<Permission[] | undefined>(
      PERMISSION,
      context.getHandler(),
    );
    switch (permissions?.[0]) {
      case 'public':
        return true;
      case 'operator':
        return this.#require(isOperator(request, this.#isProxy));
      case 'door':
        return this.#requireDoor(request);
      case 'record-system':
        return this.#requireRecordSystem(request, context);
      case 'staff':
        return this.#requireStaff(request);
      case undefined:
        return this.#require(false);
      default:
        this.#requireStaff(request);
        return this.#require(
          request.user?.roles.some((role) => permissions?.includes(role)) === true,
        );
    }
  }

  #require(fits: boolean): true {
    if (!fits) {
      throw new DeniedOrMissingError();
    }
    return true;
  }

  #requireStaff(request: Request): true {
    if (request.user === undefined) {
      throw new AppError('access.sign-in-required');
    }
    return true;
  }

  /** By the key alone: who is signed in as well is confused, or somebody else. */
  async #requireRecordSystem(request: Request, context: ExecutionContext): Promise<true> {
    const scope = this.reflector.get<RecordScope | undefined>(RECORD_SCOPE, context.getHandler());
    const { authorization } = request.headers;
    if (authorization === undefined || scope === undefined || request.user !== undefined) {
      throw new RecordKeyRefusedError();
    }
    request.recordActor = await this.refusedKeys.counting(networkOf(request.ip ?? ''), () =>
      this.recordCallers.actor(authorization, scope),
    );
    return true;
  }

  async #requireDoor(request: Request): Promise<true> {
    const secret = doorSecret(request);
    if (secret === null) {
      throw new DoorSessionRequiredError();
    }
    const actor = await this.door.actor(secret);
    // A browser has one door cookie. A tab of an earlier visit must not act in the visit that was opened after it.
    const meant = request.headers[DOOR_PARTICIPANT_HEADER];
    if (meant !== undefined && meant !== actor.participantId) {
      throw new DoorSessionRequiredError();
    }
    request.doorActor = actor;
    request.doorSecret = secret;
    return true;
  }
}
