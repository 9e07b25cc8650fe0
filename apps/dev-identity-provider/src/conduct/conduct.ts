import { DIALECTS, type Dialect, type DialectName, type RequestMode } from './dialects.js';
import type { Fault } from './faults.js';

/** How the provider behaves in this run; the control page changes it. In memory only. */
export class Conduct {
  /** What goes wrong; null when all is well. */
  fault: Fault | null = null;
  /** Length of a fault that has one, in seconds. */
  faultSeconds = 60;
  /** How requests must come, where that differs from the dialect's way. */
  demandedMode: RequestMode | null = null;

  constructor(public dialectName: DialectName) {}

  /** The dialect that is spoken. */
  get dialect(): Dialect {
    return DIALECTS[this.dialectName];
  }

  /** How requests must come. */
  get requestMode(): RequestMode {
    return this.demandedMode ?? this.dialect.requestMode;
  }
}
