import { SetMetadata } from '@nestjs/common';
import type { StaffRole } from '@tapaamo/contracts';
import type { Permission } from './permission.js';

/** Metadata key of a route's declared permissions. */
export const PERMISSION = 'tapaamo:permission';

/**
 * Declares who may use a route: one kind of caller, or staff that has one of several roles. A route without it does not
 * start (apps/api route-permissions).
 */
export const Permit = (
  ...permissions: [Permission] | [StaffRole, StaffRole, ...StaffRole[]]
): MethodDecorator => SetMetadata(PERMISSION, permissions);
