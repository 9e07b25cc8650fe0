import { Injectable } from '@nestjs/common';
import { DataSource, Raw, type EntityManager } from 'typeorm';
import { Participant } from '../participant.entity.js';
import { NoMeetingNodeError } from '../visit.errors.js';
import { VisitRow } from '../visit.entity.js';
import { MediaNode } from './media-node.entity.js';
import { RecentPlacements, calmestNode, chooseNode } from './node-choice.js';
import { hasBegun } from './visit-has-begun.js';

/** A node that was silent for longer counts as dead; nodes announce themselves every half second. */
export const NODE_ALIVE_MS = 6_000;

/** One that gives somebody no answer is left after two missed announcements already, if there is another. */
const NODE_DOUBTED_MS = 1_250;

/** What a node tells about itself. */
export interface NodeAnnouncement {
  nodeId: string;
  url: string;
  /** Of its worker that would be next, 0 to 1. */
  load: number;
  visits: number;
  /** Whether visits that have not begun may come. */
  takesVisits: boolean;
  workers: number;
}

/** The meeting nodes that are alive. */
export abstract class MediaNodes {
  /** A node's heartbeat. */
  abstract announce(node: NodeAnnouncement): Promise<void>;
  /** A node stops in good order. */
  abstract withdraw(nodeId: string): Promise<void>;
  /** The ids of the nodes that are alive. */
  abstract aliveIds(tx: EntityManager): Promise<Set<string>>;
  /** The visits of an organisation in which somebody sits on a node that is alive. */
  abstract seatedVisits(tx: EntityManager, organisationId: string): Promise<string[]>;
  /**
   * The node of a visit: the one it lives on, or the least loaded when that one is dead or none was needed yet. A visit
   * that has not begun leaves a node that has become full meanwhile; one that goes on stays, however full it is.
   *
   * @param options.nodeSilent - The node it lives on gave somebody no answer.
   * @throws NoMeetingNodeError (`meeting.no-node`)
   */
  abstract place(
    tx: EntityManager,
    visit: VisitRow,
    options: { nodeSilent: boolean },
  ): Promise<MediaNode>;
  /** The least loaded node, for what belongs to no visit. @throws NoMeetingNodeError */
  abstract spare(tx: EntityManager): Promise<MediaNode>;
}

/** The database's clock: the one that all nodes and the API share, wherever their own stand. */
const DATABASE_NOW = 'clock_timestamp()';

/** Nodes as rows with heartbeats. */
@Injectable()
export class DatabaseMediaNodes extends MediaNodes {
  readonly #recent = new RecentPlacements();

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  override async announce({ nodeId: id, ...told }: NodeAnnouncement): Promise<void> {
    const { url } = told;
    const tidings = { ...told, heartbeatAt: () => DATABASE_NOW };
    const known = await this.dataSource.manager.update(MediaNode, { id }, tidings);
    if (known.affected === 0) {
      await this.dataSource.transaction(async (tx) => {
        // An address is one process's: whoever announced it before is dead, and its calls need not wait to see that.
        const dead = `clock_timestamp() - interval '${NODE_ALIVE_MS} ms'`;
        const heartbeatAt = () => `least(heartbeat_at, ${dead})`;
        // Until when it lived says since when its lines are lost.
        await tx.update(MediaNode, { url }, { url: () => "'gone:' || id", heartbeatAt, visits: 0 });
        await tx.insert(MediaNode, { id, ...tidings });
      });
    }
  }

  override async withdraw(nodeId: string): Promise<void> {
    await this.dataSource.manager.delete(MediaNode, { id: nodeId });
  }

  override async aliveIds(tx: EntityManager): Promise<Set<string>> {
    const nodes = await tx.find(MediaNode, {
      where: { heartbeatAt: fresh() },
      select: { id: true },
    });
    return new Set(nodes.map((node) => node.id));
  }

  override async seatedVisits(tx: EntityManager, organisationId: string): Promise<string[]> {
    const found = await tx
      .createQueryBuilder(Participant, 'seated')
      .select('DISTINCT seated.visit_id', 'visitId')
      .innerJoin(MediaNode, 'node', 'node.id = seated.connected_node_id')
      .where({ organisationId })
      .andWhere(isFresh('node.heartbeat_at'))
      .getRawMany<{ visitId: string }>();
    return found.map(({ visitId }) => visitId);
  }

  override async place(
    tx: EntityManager,
    visit: VisitRow,
    { nodeSilent }: { nodeSilent: boolean },
  ): Promise<MediaNode> {
    const alive = await this.#alive(tx);
    const present = alive.find((node) => node.id === visit.mediaNodeId);
    if (present === undefined) {
      return this.#move(tx, visit, required(await this.#refuge(tx, visit, alive)));
    }
    const other = nodeSilent ? await this.#insteadOfSilent(tx, visit, present) : undefined;
    if (other !== undefined) {
      return this.#move(tx, visit, other);
    }
    return present.takesVisits || (await hasBegun(tx, visit))
      ? present
      : this.#move(tx, visit, required(chooseNode(alive, this.#recent)));
  }

  /** A call in progress whose node died is not refused: where all are full the calmest carries it on. */
  async #refuge(
    tx: EntityManager,
    visit: VisitRow,
    nodes: readonly MediaNode[],
  ): Promise<MediaNode | undefined> {
    const chosen = chooseNode(nodes, this.#recent);
    return chosen === undefined && (await hasBegun(tx, visit))
      ? calmestNode(nodes, this.#recent)
      : chosen;
  }

  /** Only to one that was heard of just now: while the database is slow all are silent, and nobody moves. */
  async #insteadOfSilent(
    tx: EntityManager,
    visit: VisitRow,
    present: MediaNode,
  ): Promise<MediaNode | undefined> {
    const heard = await tx.find(MediaNode, { where: { heartbeatAt: fresh(NODE_DOUBTED_MS) } });
    const isHeard = heard.some(({ id }) => id === present.id);
    return isHeard ? undefined : this.#refuge(tx, visit, heard);
  }

  async #move(tx: EntityManager, visit: VisitRow, node: MediaNode): Promise<MediaNode> {
    this.#recent.note(node);
    await tx.update(VisitRow, { id: visit.id }, { mediaNodeId: node.id });
    return node;
  }

  override async spare(tx: EntityManager): Promise<MediaNode> {
    return required(chooseNode(await this.#alive(tx), this.#recent));
  }

  async #alive(tx: EntityManager): Promise<MediaNode[]> {
    const alive = await tx.find(MediaNode, { where: { heartbeatAt: fresh() } });
    this.#recent.keepOnly(alive);
    return alive;
  }
}

/** @throws NoMeetingNodeError */
function required(chosen: MediaNode | undefined): MediaNode {
  if (chosen === undefined) {
    throw new NoMeetingNodeError();
  }
  return chosen;
}

function fresh(withinMs?: number) {
  return Raw((heartbeatAt) => isFresh(heartbeatAt, withinMs));
}

function isFresh(heartbeatAt: string, withinMs = NODE_ALIVE_MS): string {
  return `${heartbeatAt} > ${DATABASE_NOW} - interval '${withinMs} ms'`;
}
