import { Inject, Injectable } from '@nestjs/common';
import { Clock, Randomness } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { DayKeyName } from '../key-store/day-key.js';
import { KeyStore, type LostKeys, type RestoredKeys } from '../key-store/key-store.js';
import { VisitKeys } from '../keys/visit-keys.js';
import { openEscrow, type EscrowContent } from './escrow-content.js';
import { EscrowFolder } from './escrow-folder.js';

const DAY_MS = 86_400_000;

/** What became of a folder of escrow files. */
export interface Restored extends RestoredKeys {
  /** Organisations whose newest file is older than KEY_ESCROW_DAYS: it ought not to be any more. */
  tooOld: string[];
  /** Organisations whose newest file the private key does not open, or which is damaged or of another store. */
  unopened: string[];
}

/** Brings day keys back out of escrow files, into a key store that lost them. */
@Injectable()
export class KeyRestore {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly keyStore: KeyStore,
    private readonly visitKeys: VisitKeys,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * Restores from the newest file of each organisation. Day keys that are there stay as they are, and none comes back that
   * was destroyed, before or since the file was written: the key database is asked too. Who can write such files could plant keys by it: take them from where only the job runner writes.
   *
   * @param folder - As KEY_ESCROW_DIR has them.
   * @param identity - A recipient's private key.
   * @throws KeysMissingError (`vault.keys-missing`) when another store lies in the place of the lost one
   */
  async restore(folder: string, identity: string): Promise<Restored> {
    const [tooOld, unopened, contents]: [string[], string[], EscrowContent[]] = [[], [], []];
    const files = new EscrowFolder(folder, this.randomness);
    const oldest = this.clock.nowMs() - this.config.KEY_ESCROW_DAYS * DAY_MS;
    for (const organisationId of await files.organisations()) {
      const newest = await files.newest(organisationId);
      if (newest === null) {
        continue;
      }
      if (newest.writtenAt.getTime() < oldest) {
        tooOld.push(organisationId);
        continue;
      }
      const content = await openEscrow(identity, await files.read(newest)).catch(() => null);
      // Files of two stores in one folder are not all of the lost one.
      const [{ store } = content ?? { store: null }] = contents;
      if (content?.organisationId === organisationId && content.store === store) {
        contents.push(content);
      } else {
        unopened.push(organisationId);
      }
    }
    const [first] = contents;
    const counts =
      first === undefined
        ? { restored: new Map<string, number>(), kept: 0, displaced: 0, refused: 0 }
        : await this.keyStore.restore(
            lostKeys(first.store, contents, await this.visitKeys.destroyedDays()),
          );
    return { ...counts, tooOld, unopened };
  }
}

/** All of them at once: the store is there for nobody until the last of its keys is. */
function lostKeys(
  store: string,
  contents: readonly EscrowContent[],
  destroyedSince: readonly DayKeyName[],
): LostKeys {
  return {
    store,
    keys: contents.flatMap(({ organisationId, keys }) =>
      keys.map(({ key, ...name }) => ({
        organisationId,
        ...name,
        key: Buffer.from(key, 'base64'),
      })),
    ),
    destroyed: [
      ...contents.flatMap(({ organisationId, destroyed }) =>
        destroyed.map((name) => ({ organisationId, ...name })),
      ),
      ...destroyedSince,
    ],
  };
}
