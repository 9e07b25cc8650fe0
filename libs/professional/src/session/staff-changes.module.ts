import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Professional } from '../professional.entity.js';
import { StaffChanges } from './staff-changes.js';
import { StaffSession } from './staff-session.entity.js';

/**
 * All of accounts that a meeting node needs: who they are, whether they are signed in, and when that changes. No sign-in
 * and no secrets of it.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Professional, StaffSession])],
  providers: [StaffChanges],
  exports: [StaffChanges],
})
export class StaffChangesModule {}
