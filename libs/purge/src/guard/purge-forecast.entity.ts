import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What sweeps of an hour found due in an organisation, and how much of it was foreseen. Kept for two days. */
@Entity({ name: 'purge_forecast' })
export class PurgeForecast {
  @PrimaryColumn('uuid', {
    name: 'organisation_id',
    primaryKeyConstraintName: 'purge_forecast_pkey',
  })
  organisationId: string;
  /** The full hour (UTC). */
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'purge_forecast_pkey' })
  hour: Date;
  @Column('integer') due: number;
  @Column('integer') foreseen: number;
}
