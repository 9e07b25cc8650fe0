import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { SystemRandomness } from '../../../dist/libs/common/src/ids/ids.js';
import { compareNames } from '../../../dist/libs/identification/src/comparison/compare-names.js';
import { openBytes, sealBytes } from '../../../dist/libs/vault/src/envelope.js';
import { median, round } from '../support/figures.mjs';
import { CLIENT } from '../support/sealed-client.mjs';

const ROUNDS = 7;
const WINDOW_MS = 150;

/** Sealing and opening a client's identifiers and comparing names, a second; the floor is the cipher alone. */
export async function measureVault() {
  const key = randomBytes(32);
  const randomness = new SystemRandomness();
  const expected = 'Aino Virtanen';
  const identified = {
    givenNames: 'Aino Olivia',
    familyName: 'Virtanen',
    displayName: 'Virtanen Aino Olivia',
  };
  const kinds = {
    cipher: () => cipherAlone(key),
    sealAndOpen: () => {
      openBytes(key, 'participant|1|v1', sealBytes(randomness, key, 'participant|1|v1', CLIENT));
    },
    verdict: () => compareNames(expected, identified, { isOfRegister: true }),
  };
  /** @type {Record<string, number[]>} */
  const rates = { cipher: [], sealAndOpen: [], verdict: [] };
  for (let count = 0; count < ROUNDS; count += 1) {
    for (const [kind, act] of Object.entries(kinds)) {
      rates[kind].push(aSecond(act));
    }
  }
  const overCipher = rates.cipher.map((rate, index) => rate / rates.sealAndOpen[index]);
  return {
    unit: 'a second of CPU',
    cipher: round(median(rates.cipher)),
    sealAndOpen: round(median(rates.sealAndOpen)),
    sealAndOpenOverCipher: round(median(overCipher)),
    verdict: round(median(rates.verdict)),
  };
}

/** @param {Buffer} key */
function cipherAlone(key) {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = [cipher.update(CLIENT), cipher.final()];
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(cipher.getAuthTag());
  decipher.update(sealed[0]);
  decipher.final();
}

/**
 * How often in a second of this process's own CPU: the waiting of a busy machine does not count.
 * @param {() => void} act
 */
function aSecond(act) {
  const begun = process.cpuUsage();
  const used = () => {
    const { user, system } = process.cpuUsage(begun);
    return user + system;
  };
  let count = 0;
  while (used() < WINDOW_MS * 1000) {
    for (let few = 0; few < 20; few += 1) {
      act();
    }
    count += 20;
  }
  return (count / used()) * 1e6;
}
