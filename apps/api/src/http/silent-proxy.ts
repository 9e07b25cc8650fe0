import { isForwarded } from '@tapaamo/access';
import { publicProxies, type Config } from '@tapaamo/config';
import type { Logger } from '@tapaamo/logging';
import type { NextFunction, Request, Response } from 'express';

/**
 * Tells the operator, once, of a proxy that does not say for whom it asks: all visitors then share one limit of attempts,
 * and the audit log has the proxy's address for everybody (infra/README.md).
 */
export function silentProxy(config: Config, logger: Logger) {
  const isProxy = publicProxies(config);
  let isTold = false;
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (!isTold && !isForwarded(request) && isProxy(request.socket.remoteAddress ?? '')) {
      isTold = true;
      logger.warn('http.proxy-names-no-visitor', { setting: 'TRUSTED_PROXIES' });
    }
    next();
  };
}
