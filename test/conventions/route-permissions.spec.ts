import 'reflect-metadata';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { AUDITED, PERMISSION, type AuditDeclaration, type Permission } from '@tapaamo/access';
import { SIGNALLING_REQUESTS } from '@tapaamo/contracts';
import {
  declarationOf,
  type SocketRequestDeclaration,
} from '../../apps/meeting/src/socket/socket-request.js';
import { RATE } from '../../apps/api/src/http/rate-limit.guard.js';
import { isForStaff } from '../../apps/api/src/http/route-permissions.js';
import { ROUTE_ROWS, STREAM_ROWS } from '../integration/api/matrix/route-rows.js';
import { PUBLIC_ROUTES, REQUESTS_OF_THE_WAITING, UNLIMITED_ROUTES } from './public-routes.js';
import { exportsOf } from './support/exports.js';
import { filesBelow, nodesOf, parse } from './support/sources.js';

interface Route {
  name: string;
  perMinute: number | undefined;
  permissions: Permission[] | undefined;
  audited: AuditDeclaration | undefined;
}

let routes: Route[];
let requests: (SocketRequestDeclaration | undefined)[];

beforeAll(async () => {
  const controllers = await exportsOf([
    ...filesBelow('apps/api/src', /\.controller\.ts$/),
    ...filesBelow('apps/meeting/src', /\.controller\.ts$/),
  ]);
  routes = controllers
    .filter(({ value }) => typeof value === 'function' && Reflect.hasMetadata(PATH_METADATA, value))
    .flatMap(({ value }) => routesOf(value as Type));
  const handlers = await exportsOf(filesBelow('apps/meeting/src', /\.handler\.ts$/));
  requests = handlers
    .filter(({ name }) => name.endsWith('Handler'))
    .map(({ value }) => declarationOf(value as Type<never>));
});

describe('a route of the API or of a meeting node', () => {
  it('says who may use it', () => {
    expect(routes.filter(({ permissions }) => permissions === undefined)).toEqual([]);
    expect(routes.length).toBeGreaterThan(10);
  });

  it('lets use it whom its row of the access matrix says', () => {
    const rows = new Map(
      [...ROUTE_ROWS, ...STREAM_ROWS].map((row) => [`${row.method} ${row.path}`, row.permit]),
    );
    const ofApi = routes.filter(({ name }) => name.includes(' /api/'));
    const others = ofApi.filter(({ name, permissions = [] }) => {
      const permitted = rows.get(name) ?? [];
      return permissions.join() !== permitted.join();
    });
    expect(others.map(({ name }) => name)).toEqual([]);
    expect(ofApi.length).toBeGreaterThan(50);
  });

  it('is open to anyone only when it is on the list', () => {
    const open = routes.filter(({ permissions }) => permissions?.[0] === 'public');
    expect(open.map(({ name }) => name).sort()).toEqual([...PUBLIC_ROUTES].sort());
  });

  it('limits how often it is asked when anyone may ask it, unless it is on the list', () => {
    const unlimited = routes.filter(
      ({ permissions, perMinute }) => permissions?.[0] === 'public' && perMinute === undefined,
    );
    expect(unlimited.map(({ name }) => name).sort()).toEqual([...UNLIMITED_ROUTES].sort());
  });

  it('says what it tells the audit log, or why nothing, when it is for staff', () => {
    const untold = routes.filter(
      ({ permissions, audited }) => isForStaff(permissions) && audited === undefined,
    );
    expect(untold.map(({ name }) => name)).toEqual([]);
  });

  it('says so as well where somebody signs in, though nobody is signed in yet', () => {
    const untold = routes.filter(
      ({ name, audited }) => /\/api\/(sign-|invitation)/.test(name) && audited === undefined,
    );
    expect(untold.map(({ name }) => name)).toEqual([]);
  });

  it('without a permission keeps the process from starting', () => {
    const calls = nodesOf(parse('apps/api/src/create-api-app.ts')).map((node) => node.getText());
    expect(calls).toContain('requireRoutePermissions(app)');
  });
});

describe('a socket request', () => {
  it('of the contract has exactly one handler, which says who may use it', () => {
    expect(requests.map((request) => request?.event).sort()).toEqual(
      Object.keys(SIGNALLING_REQUESTS).sort(),
    );
    expect(requests.filter((request) => request?.permission === undefined)).toEqual([]);
  });

  it('is open to those who wait only when it is on the list', () => {
    const open = requests.filter((request) => request?.permission !== 'admitted');
    expect(open.map((request) => request?.event)).toEqual(REQUESTS_OF_THE_WAITING);
  });
});

function routesOf(controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype)
    .map((name) => prototype[name])
    .filter((handler) => typeof handler === 'function')
    .filter((handler) => Reflect.hasMetadata(METHOD_METADATA, handler))
    .map((handler) => {
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
      const paths = [controller, handler].map(
        (part) => Reflect.getMetadata(PATH_METADATA, part) as string,
      );
      return {
        name: `${String(method)} /${paths.join('/')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
        permissions: Reflect.getMetadata(PERMISSION, handler) as Permission[] | undefined,
        audited: Reflect.getMetadata(AUDITED, handler) as AuditDeclaration | undefined,
        perMinute: Reflect.getMetadata(RATE, handler) as number | undefined,
      };
    });
}
