import nodeDataChannel from 'node-datachannel';
import { Peer } from '../peer.mjs';
import { STREAM_KINDS } from '../rtp.mjs';

/** Who came first to each room, and waits. @type {Map<string, (second: Peer) => Promise<void>>} */
const waiting = new Map();

/**
 * Two people without anybody between them: what is measured so is the rig itself.
 * @param {import('../person.mjs').Person} person
 * @param {{ room: string }} place
 */
export async function joinAlone(person, { room }) {
  const peer = new Peer();
  person.close = () => peer.close();
  const first = waiting.get(room);
  if (first === undefined) {
    await new Promise((resolve, reject) =>
      waiting.set(room, (second) => introduce(peer, second).then(resolve, reject)),
    );
  } else {
    waiting.delete(room);
    await first(peer);
  }
  await peer.connected();
  person.use(peer, peer, () => undefined);
}

/** @param {Peer} first @param {Peer} second */
async function introduce(first, second) {
  const [ofFirst, ofSecond] = [first, second].map(gather);
  const section = new nodeDataChannel.Video('0', 'SendRecv');
  section.addVP8Codec(STREAM_KINDS.video.payloadType);
  first.accept(await second.answer(await first.offer([section])));
  ofFirst((...candidate) => second.reach(...candidate));
  ofSecond((...candidate) => first.reach(...candidate));
}

/** Keeps a peer's addresses until the other can take them. @param {Peer} peer */
function gather(peer) {
  /** @type {[string, string][]} */
  const found = [];
  let tell = (...candidate) => void found.push(candidate);
  peer.onCandidate((...candidate) => tell(...candidate));
  return (hear) => {
    tell = hear;
    found.forEach((candidate) => hear(...candidate));
  };
}
