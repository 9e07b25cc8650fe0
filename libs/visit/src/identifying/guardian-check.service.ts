import { Injectable } from '@nestjs/common';
import {
  RepresentationService,
  type CompletedIdentification,
  type TransactionOwner,
} from '@tapaamo/identification';
import { RepresentedChildren } from './represented-child.service.js';

/** After a guardian identified: whether a register says that they may act for the child of the visit. */
@Injectable()
export class GuardianCheck {
  constructor(
    private readonly representation: RepresentationService,
    private readonly children: RepresentedChildren,
  ) {}

  /** @returns Where the guardian's browser goes next; null for everybody else, and when there is nobody to ask. */
  async begin({
    identified,
    ...owner
  }: Omit<CompletedIdentification, 'secret' | 'handBack'>): Promise<string | null> {
    const { hetu, result } = identified;
    if (!this.representation.isOn || hetu === null) {
      return null;
    }
    return this.representation.begin(owner, hetu, async () =>
      (await this.children.isByGuardian(owner, result)) ? this.children.of(owner) : null,
    );
  }

  /** Takes the answer of the register. @param query - Of the return, as it came. */
  async complete(owner: TransactionOwner, query: URLSearchParams): Promise<void> {
    await this.representation.complete(owner, query, () => this.children.of(owner));
  }
}
