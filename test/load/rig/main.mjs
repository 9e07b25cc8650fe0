// The load rig, a process of its own: people of ICE, DTLS and SRTP, without a browser. Told what to do over the channel of
// rig.mjs. Orders may overlap: a window can be open while others join.
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuSeconds } from '../support/process-tree.mjs';
import { FlowMeter } from './flow-meter.mjs';
import { JanusWay } from './lines/janus-way.mjs';
import { BareLine } from './lines/line.mjs';
import { joinAlone } from './lines/alone-way.mjs';
import { ProductLine } from './lines/product-line.mjs';
import { meetingAccess } from './lines/meeting-access.mjs';
import { Pacer } from './pacer.mjs';
import { Person } from './person.mjs';

const meter = new FlowMeter();
const pacer = new Pacer();
/** Everybody who has joined, by the group they joined with. @type {Map<string, Person[]>} */
const groups = new Map();

/**
 * How somebody comes into a visit, by what carries it.
 * @type {Record<string, (person: Person, place: any) => Promise<void>>}
 */
const WAYS = {
  bare: (person, { url, room }) => person.join(new BareLine(url, room)),
  product: async (person, place) =>
    person.join(new ProductLine(await meetingAccess(place), place.origin)),
  janus: (person, place) => JanusWay.join(person, place),
  alone: joinAlone,
};

const ORDERS = {
  /** Brings visits about, so many at a time and none that has not begun in time; each place names its way. */
  async join({ group, visits, atOnce, withinMs }) {
    const begun = performance.now();
    const waiting = [...visits];
    const people = groups.get(group) ?? [];
    groups.set(group, people);
    /** @type {{ ms: number, why: string | null }[]} */
    const joins = [];
    const lane = async () => {
      const next = () => (performance.now() - begun < withinMs ? waiting.shift() : undefined);
      for (let visit = next(); visit !== undefined; visit = next()) {
        joins.push(...(await Promise.all(visit.map((place) => joinOne(place, people)))));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    return { ms: performance.now() - begun, joins };
  },
  /** Some groups send from now on, and nobody else. */
  flow({ groups: names }) {
    pacer.clear();
    const people = names.flatMap((name) => groups.get(name) ?? []);
    people.forEach((person) => pacer.add(person));
    return people.length;
  },
  /** Counts for a while. */
  async window({ ms }) {
    meter.clear();
    const [begun, cpu] = [performance.now(), cpuSeconds(process.pid)];
    await sleep(ms);
    const seconds = (performance.now() - begun) / 1_000;
    const rigPercent = ((cpuSeconds(process.pid) - cpu) / seconds) * 100;
    return { ...meter.figures, seconds, rigPercent };
  },
  /** A group goes. */
  leave({ group }) {
    pacer.clear();
    groups.get(group)?.forEach((person) => person.close());
    groups.delete(group);
  },
};

async function joinOne(place, people) {
  const person = new Person(meter);
  const begun = performance.now();
  try {
    await WAYS[place.way](person, place);
    people.push(person);
    return { ms: performance.now() - begun, why: null };
  } catch (error) {
    person.close();
    return { ms: performance.now() - begun, why: String(Object(error).message ?? error) };
  }
}

process.on('message', async ({ id, order, body }) => {
  try {
    process.send?.({ id, answer: (await ORDERS[order](body)) ?? null });
  } catch (error) {
    process.send?.({ id, failure: String(error) });
  }
});
process.on('disconnect', () => process.exit(0));
