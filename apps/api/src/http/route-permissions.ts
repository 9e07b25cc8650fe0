import { RequestMethod, type INestApplication, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { PERMISSION, type Permission } from '@tapaamo/access';

/** A route and who may use it. */
export interface RoutePermission {
  /** `BookingController.create`. */
  handler: string;
  /** `GET`. */
  method: string;
  /** `/api/visits/:visitId`. */
  path: string;
  permissions: Permission[] | undefined;
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
        });
      }
    }
  }
  return routes;
}

/** Keeps the process from starting while a route has no declared permission. @throws Error naming the routes. */
export function requireRoutePermissions(app: INestApplication): void {
  const open = routePermissions(app).filter((route) => route.permissions === undefined);
  if (open.length > 0) {
    throw new Error(
      `Routes without a declared permission: ${open.map((route) => route.handler).join(', ')}`,
    );
  }
}
