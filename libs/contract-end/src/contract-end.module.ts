import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NotificationModule } from '@tapaamo/notification';
import { ClosedOrganisation, Organisation } from '@tapaamo/organisation';
import { KeyEscrowModule } from '@tapaamo/vault';
import { ContractEnd } from './contract-end.service.js';
import { ContractEnds } from './contract-ends.js';

/** The end of an organisation's contract, asked for and confirmed by the operator's command. */
@Module({
  imports: [TypeOrmModule.forFeature([ClosedOrganisation, Organisation])],
  providers: [ContractEnds],
  exports: [ContractEnds],
})
export class ContractEndsModule {}

/** Forgetting the organisation, for the job runner: it has the keys and the escrow files. */
@Module({
  imports: [KeyEscrowModule, NotificationModule, TypeOrmModule.forFeature([ClosedOrganisation])],
  providers: [ContractEnd],
  exports: [ContractEnd],
})
export class ContractEndModule {}
