import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BookingRow } from './booking.entity.js';
import { BookingRepository } from './booking.repository.js';

/** Bookings. */
@Module({
  imports: [TypeOrmModule.forFeature([BookingRow])],
  providers: [BookingRepository],
  exports: [BookingRepository],
})
export class BookingModule {}
