import type { Language, MessageChannel, MessageKind } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const KEY = 'message_text_pkey';

/** A text that an organisation wrote itself, or had and gave up. */
@Entity({ name: 'message_text' })
export class OrganisationText {
  @PrimaryColumn('uuid', { name: 'organisation_id', primaryKeyConstraintName: KEY })
  organisationId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: KEY }) kind: MessageKind;
  @PrimaryColumn('text', { primaryKeyConstraintName: KEY }) channel: MessageChannel;
  @PrimaryColumn('text', { primaryKeyConstraintName: KEY }) language: Language;
  /** Of an e-mail. */
  @Column('text', { nullable: true }) subject: string | null;
  /** Null when it is Tapaamo's own again. */
  @Column('text', { nullable: true }) body: string | null;
  /** Grows with every change. The row stays when the text is given up, so that no version comes twice. */
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
}
