import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Organisation } from '@tapaamo/organisation';
import { HoldKeeperModule, VaultModule } from '@tapaamo/vault';
import { VisitModule } from '@tapaamo/visit';
import { HoldBoards } from './hold-board.js';
import { HoldReview } from './hold-review.service.js';
import { LegalHold } from './legal-hold.entity.js';
import { LegalHolds } from './legal-holds.service.js';

/** Deciding about holds, for the API. */
@Module({
  imports: [TypeOrmModule.forFeature([LegalHold, Organisation]), VaultModule, VisitModule],
  providers: [HoldBoards, LegalHolds],
  exports: [HoldBoards, LegalHolds],
})
export class LegalHoldModule {}

/** Keeping them, for the job runner: it has the holds' keys. */
@Module({
  imports: [TypeOrmModule.forFeature([LegalHold]), HoldKeeperModule, VaultModule, VisitModule],
  providers: [HoldReview],
  exports: [HoldReview],
})
export class HoldReviewModule {}
