import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError, networkOf } from '@tapaamo/common';
import type { Request } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Metadata key of how many requests a minute a route takes of one caller. */
export const RATE = 'tapaamo:rate';

/** Requests a minute that one caller may make of a route; the limit counts per process. */
export const RateLimit = (perMinute: number): MethodDecorator => SetMetadata(RATE, perMinute);

/**
 * Limits guessing and floods. The caller is the record system's key or the door session where there is one, else the network address
 * (IPv6: the /64), with limits wide enough for an office behind one address.
 */
@Injectable()
export class RateLimitGuard implements CanActivate {
  readonly #limiters = new Map<string, RateLimiterMemory>();

  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const perMinute = this.reflector.get<number | undefined>(RATE, handler);
    if (perMinute !== undefined) {
      const request = context.switchToHttp().getRequest<Request>();
      const route = `${context.getClass().name}.${handler.name}`;
      const limiter =
        this.#limiters.get(route) ?? new RateLimiterMemory({ points: perMinute, duration: 60 });
      this.#limiters.set(route, limiter);
      await limiter.consume(callerOf(request)).catch(() => {
        throw new AppError('request.too-many');
      });
    }
    return true;
  }
}

function callerOf({ recordActor, doorActor, ip }: Request): string {
  return recordActor?.keyId ?? doorActor?.sessionId ?? networkOf(ip ?? '');
}
