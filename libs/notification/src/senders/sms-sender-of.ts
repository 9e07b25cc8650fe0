import type { Config } from '@tapaamo/config';
import { GatewayApiSmsSender } from './gateway-api-sender.js';
import { HttpSmsSender, type SmsSender } from './sms-sender.js';

/** The operator of text messages that the settings name. */
export function smsSenderOf(config: Config): SmsSender {
  return config.SMS_GATEWAY === 'gatewayapi'
    ? new GatewayApiSmsSender(config)
    : new HttpSmsSender(config);
}
