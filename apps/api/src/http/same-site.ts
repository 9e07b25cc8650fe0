import { AppError } from '@tapaamo/common';
import type { NextFunction, Request, Response } from 'express';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Header that our own pages send; a form or an image of another site cannot. */
export const OWN_PAGE_HEADER = 'x-tapaamo';

/**
 * Refuses requests that change something unless they come from our own pages: the Origin, when the browser tells it,
 * is ours, and the header is there (OWASP ASVS 3.5.1).
 *
 * @param publicUrl - Web address of the product; its origin is the only one allowed.
 * @param ofPrograms - Paths that other programs ask, with a proof of their own that no browser sends by itself.
 */
export function sameSite(publicUrl: string, ofPrograms: readonly string[] = []) {
  const ours = new URL(publicUrl).origin;
  return (request: Request, _response: Response, next: NextFunction): void => {
    const origin = request.headers.origin;
    const foreign = origin !== undefined && origin !== ours;
    const ownPage = request.headers[OWN_PAGE_HEADER] !== undefined;
    const path = request.baseUrl + request.path;
    const program = ofPrograms.some((of) => path === of || path.startsWith(`${of}/`));
    if (!SAFE.has(request.method) && (foreign || !(ownPage || program))) {
      throw new AppError('access.origin-not-allowed');
    }
    next();
  };
}
