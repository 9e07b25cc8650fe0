import { Injectable } from '@nestjs/common';
import { SystemClock } from '@tapaamo/common';

/**
 * The clock that the provider's instants are compared with: the machine's, not the product's. A demonstration that lives
 * next month still talks to a provider of today.
 */
@Injectable()
export class ProtocolClock extends SystemClock {
  /** Present instant in seconds since 1970. */
  nowSeconds(): number {
    return this.nowMs() / 1000;
  }
}
