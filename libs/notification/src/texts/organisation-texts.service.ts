import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock } from '@tapaamo/common';
import {
  defaultMessageText,
  type ChangeMessageTextRequest,
  type MessageChannel,
  type MessageKind,
  type MessageTextPlace,
  type MessageTexts,
  type OwnTexts,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Service, SettingsChangedError } from '@tapaamo/organisation';
import type { EntityManager } from 'typeorm';
import { OrganisationText } from './message-text.entity.js';
import { NamesServiceError } from './message-text.errors.js';

/** Letters from which on a name of a service can be told from a word that any text has. */
const NAME_LEAST = 4;

/** The texts of messages that organisations write themselves. */
@Injectable()
export class OrganisationTexts {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The texts of the actor's organisation that were ever changed. */
  async list({ organisationId }: Pick<StaffActor, 'organisationId'>): Promise<MessageTexts> {
    const texts = await this.scope.of(organisationId, (tx) =>
      tx.find(OrganisationText, { where: { organisationId } }),
    );
    return { texts };
  }

  /**
   * Writes a text of the organisation's own, or gives it up for Tapaamo's. It holds for messages that are made after it.
   *
   * @throws SettingsChangedError when somebody else changed it since it was read; nothing is changed then.
   * @throws NamesServiceError (`message-text.names-service`)
   */
  async change(actor: StaffActor, request: ChangeMessageTextRequest): Promise<MessageTexts> {
    const { organisationId } = actor;
    const { kind, channel, language, subject, body, version } = request;
    await this.scope.of(organisationId, async (tx) => {
      await requireNoServiceName(tx, organisationId, request);
      const of = { organisationId, kind, channel, language };
      const changes = { subject, body, changedAt: this.clock.now() };
      const { affected } =
        version === 0
          ? await insertMissing(tx, { ...of, ...changes, version: 1 })
          : await tx.update(
              OrganisationText,
              { ...of, version },
              { ...changes, version: version + 1 },
            );
      if (affected !== 1) {
        throw new SettingsChangedError(['body']);
      }
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'message-text.changed',
        target: { kind: 'organisation', id: organisationId },
        details: { kind, channel, language, isOwn: body !== null },
      });
    });
    return this.list(actor);
  }

  /** What an organisation wrote itself for one kind of message and way, by language. */
  async own(
    tx: EntityManager,
    of: { organisationId: string; kind: MessageKind; channel: MessageChannel },
  ): Promise<OwnTexts> {
    const rows = await tx.find(OrganisationText, { where: of });
    return new Map(
      rows.flatMap(({ language, subject, body }) =>
        body === null ? [] : [[language, { subject, body }] as const],
      ),
    );
  }
}

async function insertMissing(
  tx: EntityManager,
  row: OrganisationText,
): Promise<{ affected: number }> {
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(OrganisationText)
    .values(row)
    .orIgnore()
    .returning('version')
    .execute();
  return { affected: (inserted.raw as unknown[]).length };
}

/**
 * A text goes to the clients of every service. A name that stands in our own text too, such as "Etätapaaminen", tells
 * nothing.
 *
 * @throws NamesServiceError
 */
async function requireNoServiceName(
  tx: EntityManager,
  organisationId: string,
  { subject, body, ...of }: MessageTextPlace & { subject: string | null; body: string | null },
): Promise<void> {
  const services = await tx.findBy(Service, { organisationId });
  const ours = plain(Object.values(defaultMessageText(of)).join('\n'));
  const names = services
    .flatMap(({ nameFi, nameSv, nameEn }) => [nameFi, nameSv, nameEn].map(plain))
    .filter((name) => name.length >= NAME_LEAST && !ours.includes(name));
  for (const [field, text] of Object.entries({ subject, body })) {
    if (names.some((name) => plain(text ?? '').includes(name))) {
      throw new NamesServiceError(field);
    }
  }
}

function plain(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('fi').replaceAll(/\s+/g, ' ');
}
