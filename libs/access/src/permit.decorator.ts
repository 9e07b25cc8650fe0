import { SetMetadata } from '@nestjs/common';
import type { Permission } from './permission.js';

/** Metadata key of a route's declared permission. */
export const PERMISSION = 'tapaamo:permission';

/** Declares who may use a route. A route without it does not start (apps/api route-permissions). */
export const Permit = (permission: Permission): MethodDecorator =>
  SetMetadata(PERMISSION, permission);
