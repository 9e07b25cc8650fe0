import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A running meeting node, alive while its heartbeat is fresh. */
@Entity({ name: 'media_node' })
export class MediaNode {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'media_node_pkey' }) id: string;
  /** Address for browsers. */
  @Column('text') url: string;
  /** Share of its busiest resource in use, 0 to 1. */
  @Column('real') load: number;
  @Column('integer') visits: number;
  /** False while it is full: a visit that has not begun goes elsewhere. */
  @Column('boolean', { name: 'takes_visits', default: true }) takesVisits: boolean;
  /** Media workers that share its visits. */
  @Column('integer', { default: 1 }) workers: number;
  /** By the database's clock. */
  @Column('timestamptz', { name: 'heartbeat_at' }) heartbeatAt: Date;
}
