import { randomUUID } from 'node:crypto';
import { Module, type DynamicModule } from '@nestjs/common';
import type { Admission, ParticipantRole } from '@tapaamo/contracts';
import {
  DeviceTestTokens,
  MediaNodes,
  MeetingAdmission,
  MeetingTokenInvalidError,
  MeetingTokens,
  VisitChanges,
  type DeviceTestClaims,
  type MeetingClaims,
  type MeetingVisit,
  type NodeAnnouncement,
  type VisitChange,
} from '@tapaamo/visit';

/** A fact that a meeting node recorded. */
export interface RecordedFact {
  fact: 'connected' | 'disconnected' | 'left';
  participantId: string;
}

type Participant = MeetingVisit['participants'][number];

/** A participant of a fake visit, as a test knows them. */
export interface FakeParticipant {
  organisationId: string;
  visitId: string;
  participantId: string;
  sessionId: string;
  role: ParticipantRole;
}

/** Visits in memory: what the API would write, a test writes; what a node records, a test reads. */
export class FakeVisits {
  readonly facts: RecordedFact[] = [];
  readonly announcements: NodeAnnouncement[] = [];
  readonly withdrawn: string[] = [];
  /** False: every reading and writing fails, as with the database away. */
  isReachable = true;
  readonly #visits = new Map<string, MeetingVisit>();
  /** How often any visit was read. */
  readings = 0;
  readonly #listeners = new Set<(visit: VisitChange | null) => void>();

  /** Adds a visit with participants of these roles and admissions. */
  add(...people: [ParticipantRole, Admission][]): FakeParticipant[] {
    const [organisationId, visitId] = [randomUUID(), randomUUID()];
    const participants = people.map(([role, admission]): Participant => ({
      participantId: randomUUID(),
      role,
      admission,
      sessionIds: [randomUUID()],
      agreed: null,
      because: null,
    }));
    this.#visits.set(visitId, {
      visitId,
      organisationId,
      nodeId: null,
      endedAt: null,
      purgeDueAt: new Date('2027-01-14T10:00:00.000Z'),
      changesAt: new Date('2027-01-14T10:00:00.000Z'),
      delay: null,
      participants,
    });
    return participants.map(({ participantId, role, sessionIds }) => ({
      organisationId,
      visitId,
      participantId,
      role,
      sessionId: sessionIds[0] ?? '',
    }));
  }

  /** Changes a participant's row, and tells the node as the database would. */
  change({ visitId, participantId }: FakeParticipant, change: Partial<Participant>): void {
    const visit = this.#visits.get(visitId);
    Object.assign(
      visit?.participants.find((one) => one.participantId === participantId) ?? {},
      change,
    );
    this.tell(visitId);
  }

  /** Ends a visit. */
  end(visitId: string): void {
    const visit = this.#visits.get(visitId);
    if (visit !== undefined) {
      visit.endedAt = new Date('2026-12-14T10:00:00.000Z');
    }
    this.tell(visitId);
  }

  /** Tells of a delay. */
  delay(visitId: string, delay: MeetingVisit['delay']): void {
    const visit = this.#visits.get(visitId);
    if (visit !== undefined) {
      visit.delay = delay;
    }
    this.tell(visitId);
  }

  /** Says when a visit is otherwise by the clock alone. */
  changeAt(visitId: string, changesAt: Date): void {
    const visit = this.#visits.get(visitId);
    if (visit !== undefined) {
      visit.changesAt = changesAt;
    }
    this.tell(visitId);
  }

  /** Whatever happens meanwhile, no node hears of it. */
  loseNotifications(act: () => void): void {
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    act();
    listeners.forEach((listener) => this.#listeners.add(listener));
  }

  /** Moves a visit to another node. */
  move(visitId: string, nodeId: string): void {
    const visit = this.#visits.get(visitId);
    if (visit !== undefined) {
      visit.nodeId = nodeId;
    }
    this.tell(visitId);
  }

  /** Forgets a visit. */
  forget(visitId: string): void {
    this.#visits.delete(visitId);
    this.tell(visitId);
  }

  /** Tells nodes of a change; with null that they may have missed some, with a node that somebody's line has come to it. */
  tell(visitId: string | null, lineAt?: string): void {
    const organisationId = this.#visits.get(visitId ?? '')?.organisationId ?? '';
    const visit = visitId === null ? null : { organisationId, visitId, lineAt };
    this.#listeners.forEach((listener) => listener(visit));
  }

  /** What `VisitModule` gives to meetings. */
  module(): DynamicModule {
    const reached = async (): Promise<void> => {
      if (!this.isReachable) {
        throw new Error('connect ECONNREFUSED');
      }
    };
    const record = (fact: RecordedFact['fact']) => async (seat: { participantId: string }) => {
      await reached();
      this.facts.push({ fact, participantId: seat.participantId });
    };
    const admission: MeetingAdmission = {
      read: async ({ visitId }) => {
        await reached();
        this.readings += 1;
        return structuredClone(this.#visits.get(visitId) ?? null);
      },
      connected: record('connected'),
      disconnected: record('disconnected'),
      left: record('left'),
    };
    const changes: Pick<VisitChanges, 'onChange'> = {
      onChange: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
    const nodes: Pick<MediaNodes, 'announce' | 'withdraw'> = {
      announce: async (node) => {
        await reached();
        this.announcements.push(node);
      },
      withdraw: async (nodeId) => {
        await reached();
        this.withdrawn.push(nodeId);
      },
    };
    const provided = [
      { provide: MeetingAdmission, useValue: admission },
      { provide: MeetingTokens, useValue: new PlainTokens() },
      { provide: DeviceTestTokens, useValue: new PlainTestTokens() },
      { provide: VisitChanges, useValue: changes },
      { provide: MediaNodes, useValue: nodes },
    ];
    return {
      module: FakeVisitModule,
      providers: provided,
      exports: provided.map(({ provide }) => provide),
    };
  }
}

/** Tokens that hide nothing, for tests only. */
class PlainTokens extends MeetingTokens {
  override async sign(claims: MeetingClaims): Promise<string> {
    return JSON.stringify(claims);
  }

  override async verify(token: string): Promise<MeetingClaims> {
    try {
      return JSON.parse(token) as MeetingClaims;
    } catch (error) {
      throw new MeetingTokenInvalidError(error);
    }
  }
}

/** The same of who tests their devices. */
class PlainTestTokens extends DeviceTestTokens {
  override async sign(claims: DeviceTestClaims): Promise<string> {
    return JSON.stringify(claims);
  }

  override async verify(token: string): Promise<DeviceTestClaims> {
    return JSON.parse(token) as DeviceTestClaims;
  }
}

@Module({})
class FakeVisitModule {}
