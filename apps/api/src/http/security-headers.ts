import type { Randomness } from '@tapaamo/common';
import type { Config } from '@tapaamo/config';
import { PROVIDER_SIGN_OUT_PATH } from '@tapaamo/contracts';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

/** The nonce of the answer that is being made, for `script` and `style` elements of the page. */
export function nonceOf(response: Response): string {
  return String(response.locals.nonce);
}

/**
 * Security headers of every answer: a strict Content-Security-Policy with a nonce per answer and no third party,
 * no referrer (links of clients!), only the device features the meeting needs, no framing but of the one empty page by which
 * the identity provider signs somebody out.
 */
export function securityHeaders(config: Config, randomness: Randomness) {
  const nodes =
    config.MEETING_ORIGINS.length > 0
      ? config.MEETING_ORIGINS
      : [new URL(config.MEETING_PUBLIC_URL).origin];
  const sockets = nodes.map((origin) => origin.replace(/^http/, 'ws'));
  const https = config.PUBLIC_URL.startsWith('https:');
  const nonce = (_: unknown, response: unknown): string =>
    `'nonce-${nonceOf(response as Response)}'`;
  const provider = new URL(config.OIDC_ISSUER).origin;
  const framer = (request: unknown): string => (isFramed(request as Request) ? provider : "'none'");
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        // Finding the person before a background that is blurred is WebAssembly of our own; text is still never run.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'", nonce],
        styleSrc: ["'self'", nonce],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'", ...nodes, ...sockets],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: [framer],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: https ? { maxAge: 63_072_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    response.locals.nonce = randomness.bytes(16).toString('base64');
    response.setHeader(
      'Permissions-Policy',
      'camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self), screen-wake-lock=(self), geolocation=(), payment=(), usb=()',
    );
    response.setHeader('X-Robots-Tag', 'noindex, nofollow');
    headers(request, response, (error?: unknown) => {
      if (isFramed(request)) {
        // It knows no single origin; frame-ancestors says whose frame it is.
        response.removeHeader('X-Frame-Options');
      }
      next(error);
    });
  };
}

function isFramed({ path }: Request): boolean {
  return path === PROVIDER_SIGN_OUT_PATH;
}
