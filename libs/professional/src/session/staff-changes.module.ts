import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Professional } from '../professional.entity.js';
import { StaffChanges } from './staff-changes.js';

/** All of accounts that a meeting node needs: who they are, and when that changes. No sign-in and no secrets of it. */
@Module({
  imports: [TypeOrmModule.forFeature([Professional])],
  providers: [StaffChanges],
  exports: [StaffChanges],
})
export class StaffChangesModule {}
