import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Professional } from './professional.entity.js';
import { ProfessionalService } from './professional.service.js';
import { StaffChanges } from './session/staff-changes.js';
import { StaffInvitation } from './staff-invitation.entity.js';

/** Staff accounts. */
@Module({
  imports: [TypeOrmModule.forFeature([Professional, StaffInvitation])],
  providers: [ProfessionalService, StaffChanges],
  exports: [ProfessionalService, StaffChanges],
})
export class ProfessionalModule {}
