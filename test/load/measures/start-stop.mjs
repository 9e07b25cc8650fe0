import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../../infra/embedded-postgres/embedded-postgres.mjs';
import { ratio, summarise } from '../support/figures.mjs';
import { Product, newDataFolder, removeDataFolder } from '../support/product.mjs';

const ROUNDS = 2;
/** Supervisor, preparation and five apps. */
const NODE_PROCESSES = 7;

/**
 * Seconds until "Tapaamo is running" and until all is stopped again: cold with an empty data folder, warm with the same
 * one. The floor: an empty PostgreSQL is made and started, and as many Nodes as the product has start with nothing to do.
 *
 * @param {import('../bench-context.mjs').BenchContext} context
 */
export async function measureStartAndStop({ timer }) {
  const isTimeUp = timer(20);
  /** @type {Record<string, { start: number, stop: number, steps: Record<string, number> }[]>} */
  const runs = { cold: [], warm: [] };
  /** @type {{ nodes: number, newDatabase: number, database: number }[]} */
  const floors = [];
  for (let round = 0; round < ROUNDS && !(round > 0 && isTimeUp()); round += 1) {
    const folder = newDataFolder();
    runs.cold.push(await startAndStop(folder));
    runs.warm.push(await startAndStop(folder));
    removeDataFolder(folder);
    floors.push(await floor());
  }
  const seconds = (kind) => ({
    start: summarise(runs[kind].map(({ start }) => start)),
    stop: summarise(runs[kind].map(({ stop }) => stop)),
    steps: runs[kind].at(-1)?.steps,
  });
  const floorOf = (part) => summarise(floors.map((one) => one[part]));
  const [cold, warm] = [seconds('cold'), seconds('warm')];
  const [nodes, newDatabase, database] = ['nodes', 'newDatabase', 'database'].map(floorOf);
  return {
    unit: 's',
    cold,
    warm,
    floor: { nodes, newDatabase, database },
    coldOverFloor: ratio(cold.start?.p50, Number(nodes?.p50) + Number(newDatabase?.p50)),
    warmOverFloor: ratio(warm.start?.p50, Number(nodes?.p50) + Number(database?.p50)),
  };
}

/** @param {string} folder */
async function startAndStop(folder) {
  const begun = performance.now();
  const product = await Product.start(folder);
  const running = performance.now();
  await product.stop();
  const stopped = performance.now();
  return {
    start: (running - begun) / 1000,
    stop: (stopped - running) / 1000,
    steps: product.steps,
  };
}

async function floor() {
  const begun = performance.now();
  for (let count = 0; count < NODE_PROCESSES; count += 1) {
    spawnSync(process.execPath, ['-e', '0']);
  }
  const nodes = performance.now() - begun;
  const folder = newDataFolder();
  const startDatabase = async () => {
    const since = performance.now();
    const database = await startEmbeddedPostgres({ directory: join(folder, 'postgres') });
    const milliseconds = performance.now() - since;
    await database.stop();
    return milliseconds / 1000;
  };
  const newDatabase = await startDatabase();
  const database = await startDatabase();
  removeDataFolder(folder);
  return { nodes: nodes / 1000, newDatabase, database };
}
