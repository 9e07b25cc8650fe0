import {
  Inject,
  Injectable,
  NotFoundException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { PERMISSION, isOperator, type Permission } from '@tapaamo/access';
import { CONFIG, publicProxies, type Config } from '@tapaamo/config';
import type { Request } from 'express';

/** Guards the few plain routes of a meeting node: health for anyone, figures for the installation's own network. */
@Injectable()
export class PermissionGuard implements CanActivate {
  readonly #isProxy: (address: string) => boolean;

  constructor(
    private readonly reflector: Reflector,
    @Inject(CONFIG) config: Config,
  ) {
    this.#isProxy = publicProxies(config);
  }

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') {
      return true;
    }
    const [permission] =
      this.reflector.get<Permission[] | undefined>(PERMISSION, context.getHandler()) ?? [];
    const request = context.switchToHttp().getRequest<Request>();
    const isFit = permission === 'operator' && isOperator(request, this.#isProxy);
    if (permission === 'public' || isFit) {
      return true;
    }
    throw new NotFoundException();
  }
}
