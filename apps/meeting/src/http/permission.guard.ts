import {
  Injectable,
  NotFoundException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { PERMISSION, isOperator, type Permission } from '@tapaamo/access';
import type { Request } from 'express';

/** Guards the few plain routes of a meeting node: health for anyone, figures for the installation's own network. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') {
      return true;
    }
    const [permission] =
      this.reflector.get<Permission[] | undefined>(PERMISSION, context.getHandler()) ?? [];
    const request = context.switchToHttp().getRequest<Request>();
    if (permission === 'public' || (permission === 'operator' && isOperator(request))) {
      return true;
    }
    throw new NotFoundException();
  }
}
