import { RequestMethod, type INestApplication, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { AUDITED, PERMISSION, type AuditDeclaration, type Permission } from '@tapaamo/access';
import type { RecordScope } from '@tapaamo/contracts';
import { RECORD_SCOPE } from '../records/record-scoped.decorator.js';

/** A route and who may use it. */
export interface RoutePermission {
  /** `BookingController.create`. */
  handler: string;
  /** `GET`. */
  method: string;
  /** `/api/visits/:visitId`. */
  path: string;
  permissions: Permission[] | undefined;
  audited: AuditDeclaration | undefined;
  /** Of a key, on a route for record systems. */
  scope: RecordScope | undefined;
}

/** Every route of the application with its declared permission. */
export function routePermissions(app: INestApplication): RoutePermission[] {
  const scanner = new MetadataScanner();
  const routes: RoutePermission[] = [];
  for (const { metatype } of app.get(DiscoveryService).getControllers()) {
    const prototype = (metatype as Type | null)?.prototype as Record<string, object> | undefined;
    for (const name of prototype === undefined ? [] : scanner.getAllMethodNames(prototype)) {
      const handler = prototype?.[name];
      if (handler !== undefined && Reflect.hasMetadata(METHOD_METADATA, handler)) {
        const base = String(Reflect.getMetadata(PATH_METADATA, metatype as Type));
        const path = String(Reflect.getMetadata(PATH_METADATA, handler));
        const permissions = Reflect.getMetadata(PERMISSION, handler) as Permission[] | undefined;
        routes.push({
          handler: `${(metatype as Type).name}.${name}`,
          method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? '',
          path: `/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
          permissions,
          audited: Reflect.getMetadata(AUDITED, handler) as AuditDeclaration | undefined,
          scope: Reflect.getMetadata(RECORD_SCOPE, handler) as RecordScope | undefined,
        });
      }
    }
  }
  return routes;
}

/** Whether a route is for signed-in staff or for their record system, so that it must say what it tells the audit log. */
export function isForStaff(permissions: readonly Permission[] = []): boolean {
  return !permissions.some((one) => ['public', 'door', 'operator'].includes(one));
}

/**
 * Keeps the process from starting while a route has no declared permission, one for staff does not say what it tells
 * the audit log, or one for record systems does not say what the key must allow.
 *
 * @throws Error naming the routes.
 */
export function requireRoutePermissions(app: INestApplication): void {
  const routes = routePermissions(app);
  const open = routes.filter(({ permissions }) => permissions === undefined);
  const untold = routes.filter(
    ({ permissions, audited }) => isForStaff(permissions) && audited === undefined,
  );
  const unscoped = routes.filter(
    ({ permissions, scope }) => permissions?.[0] === 'record-system' && scope === undefined,
  );
  for (const [what, which] of [
    ['permission', open],
    ['audit event', untold],
    ['scope', unscoped],
  ] as const) {
    if (which.length > 0) {
      const names = which.map(({ handler }) => handler).join(', ');
      throw new Error(`Routes without a declared ${what}: ${names}`);
    }
  }
}
