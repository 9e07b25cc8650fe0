import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { refuseUnsafeHoldFolder } from '../key-store/folder-rules.js';
import { VaultModule } from '../vault.module.js';
import { HoldKeeper } from './hold-keeper.js';

/** Keys of holds, for the job runner: no other process has their folder. */
@Module({ imports: [VaultModule], providers: [HoldKeeper], exports: [HoldKeeper] })
export class HoldKeeperModule implements OnModuleInit {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @throws ConfigInvalidError naming the setting */
  async onModuleInit(): Promise<void> {
    await refuseUnsafeHoldFolder(this.config);
  }
}
