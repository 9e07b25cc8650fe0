import type {
  Admission,
  ConnectionWay,
  DeviceState,
  InterpreterLanguage,
  Language,
  MicrophoneState,
  ParticipantRole,
  SpeakerState,
} from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is sealed of a person who comes by a link: all that is known of them. */
export interface SealedPerson {
  name: string;
  phone: string | null;
  email: string | null;
  /** Of their messages; null for all languages of the organisation. */
  language: Language | null;
  /** Henkilötunnus of who identifies, where it was told; older envelopes do not have it. It leaves the envelope masked, but for `visit-export`. */
  hetu?: string | null;
  /** Of an interpreter; older envelopes do not have it. */
  interpreterLanguage?: InterpreterLanguage | null;
}

/** A person in a visit, with a role and, unless they are of the staff, a link of their own. */
@Entity({ name: 'participant' })
export class Participant {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'participant_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'visit_id' }) visitId: string;
  @Column('text') role: ParticipantRole;
  @Column('uuid', { name: 'professional_id', nullable: true }) professionalId: string | null;
  /** Sealed `SealedPerson`; null for a professional, and for who was removed. */
  @Column('bytea', { nullable: true }) envelope: Buffer | null;
  @Column('bytea', { name: 'link_hash', nullable: true, unique: true }) linkHash: Buffer | null;
  /** Which link is theirs; 0 for one whose secret is known to its holder only. */
  @Column('integer', { name: 'link_generation' }) linkGeneration: number;
  @Column('text') admission: Admission;
  /** The door session that waits or is admitted; another session of the same link has no place. */
  @Column('uuid', { name: 'session_id', nullable: true }) sessionId: string | null;
  /** Meeting node that holds the live connection. Trusted only while that node is alive. */
  @Column('uuid', { name: 'connected_node_id', nullable: true }) connectedNodeId: string | null;
  /** By the database's clock; null while there is a line, and before there was one. */
  @Column('timestamptz', { name: 'without_line_since', nullable: true })
  withoutLineSince: Date | null;
  @Column('timestamptz', { name: 'arrived_at', nullable: true }) arrivedAt: Date | null;
  /** Since when they wait: it decides whose turn it is. Who was away for long is behind those who waited. */
  @Column('timestamptz', { name: 'waiting_since', nullable: true }) waitingSince: Date | null;
  /** Whether they wait because they were sent back; of who does not wait it says nothing. */
  @Column('boolean', { name: 'sent_back', default: false }) sentBack: boolean;
  /** When they were let in, and when they first came into the meeting. */
  @Column('timestamptz', { name: 'admitted_at', nullable: true }) admittedAt: Date | null;
  /** The door session that was let in last; it stays when they leave. */
  @Column('uuid', { name: 'admitted_session_id', nullable: true }) admittedSessionId: string | null;
  @Column('timestamptz', { name: 'joined_at', nullable: true }) joinedAt: Date | null;
  /** Whether the professional lets them wait without identification where it is required. */
  @Column('boolean', { name: 'unidentified_allowed' }) unidentifiedAllowed: boolean;
  /** The door session that waits, or waited, by that; null while none has. */
  @Column('uuid', { name: 'unidentified_session_id', nullable: true })
  unidentifiedSessionId: string | null;
  /** Whether they said how the meeting went; what they said is counted, and kept of nobody. */
  @Column('boolean', { name: 'quality_told', default: false }) qualityTold: boolean;
  /** How the last device test went, in words of a list and numbers; nothing that names a device. */
  @Column('text', { name: 'device_camera', nullable: true }) deviceCamera: DeviceState | null;
  @Column('text', { name: 'device_microphone', nullable: true })
  deviceMicrophone: MicrophoneState | null;
  @Column('text', { name: 'device_speaker', nullable: true }) deviceSpeaker: SpeakerState | null;
  /** Of the line, all or none: the way that media took, and what it carried. */
  @Column('text', { name: 'device_way', nullable: true }) deviceWay: ConnectionWay | null;
  @Column('integer', { name: 'device_up_kbps', nullable: true }) deviceUpKbps: number | null;
  @Column('integer', { name: 'device_down_kbps', nullable: true }) deviceDownKbps: number | null;
  @Column('integer', { name: 'device_loss_percent', nullable: true })
  deviceLossPercent: number | null;
  @Column('integer', { name: 'device_round_trip_ms', nullable: true })
  deviceRoundTripMs: number | null;
  @Column('timestamptz', { name: 'device_tested_at', nullable: true }) deviceTestedAt: Date | null;
  /** Of a student: what the client's side says by `ObserverAnswer`, and when that was settled; null while it is open. */
  @Column('boolean', { nullable: true }) agreed: boolean | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  /** When they were taken out of the visit. The row stays for the message that tells them. */
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
