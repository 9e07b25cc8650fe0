import 'reflect-metadata';
import { NotFoundException, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { PERMISSION } from '@tapaamo/access';
import type { Config } from '@tapaamo/config';
import { PermissionGuard } from './permission.guard.js';

const figures = (): void => undefined;
Reflect.defineMetadata(PERMISSION, ['operator'], figures);

const asked = (remoteAddress: string, headers: Record<string, string> = {}): ExecutionContext =>
  ({
    getType: () => 'http',
    getHandler: () => figures,
    switchToHttp: () => ({ getRequest: () => ({ socket: { remoteAddress }, headers }) }),
  }) as unknown as ExecutionContext;

describe('figures of a meeting node in production', () => {
  const config = { NODE_ENV: 'production', TRUSTED_PROXIES: ['loopback'] } as unknown as Config;
  const guard = new PermissionGuard(new Reflector(), config);

  it('are for the installation’s own network', () => {
    expect(guard.canActivate(asked('10.0.0.7'))).toBe(true);
    expect(() => guard.canActivate(asked('193.166.3.2'))).toThrow(NotFoundException);
  });

  it('are for nobody who comes through the proxy, also when it does not say so', () => {
    expect(() => guard.canActivate(asked('127.0.0.1'))).toThrow(NotFoundException);
    const told = asked('127.0.0.1', { 'x-forwarded-for': '10.0.0.7' });
    expect(() => guard.canActivate(told)).toThrow(NotFoundException);
  });
});
