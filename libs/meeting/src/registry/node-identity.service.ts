import { Injectable } from '@nestjs/common';
import { Randomness } from '@tapaamo/common';

/** This run of this node. A restarted node is another one: nothing of the old one lives in it. */
@Injectable()
export class NodeIdentity {
  readonly id: string;

  constructor(randomness: Randomness) {
    this.id = randomness.uuid();
  }
}
