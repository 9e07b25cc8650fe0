import type { INestApplicationContext } from '@nestjs/common';
import { KeyRestoring, KeyRotation } from '@tapaamo/administration';
import { BROKEN, done, type Outcome } from './outcome.js';
import type { Command } from './read-command.js';

/** Changes keys, or brings them back. @throws AdministrationRefusedError */
export async function changeKeys(
  app: INestApplicationContext,
  command: Extract<Command, { name: 'keys rotate' | 'keys restore' }>,
): Promise<Outcome> {
  return command.name === 'keys rotate'
    ? rotate(app.get(KeyRotation), command.options.what)
    : restore(app.get(KeyRestoring), command.options);
}

async function rotate(rotation: KeyRotation, what: 'accounts' | 'key-store'): Promise<Outcome> {
  if (what === 'key-store') {
    const count = await rotation.keyStoreRoot();
    return done(
      `The key store has a new root key. Day keys under it: ${count}.\n${rotation.unrevivableText()}\n`,
    );
  }
  const { resealed, unopened } = await rotation.accounts();
  const text = `Sealed anew under ACCOUNT_SECRET: ${resealed}.\n`;
  return unopened === 0
    ? done(`${text}ACCOUNT_SECRET_PREVIOUS can be emptied.\n`)
    : { text: `${text}Under neither secret: ${unopened}. Keep both settings.\n`, exitCode: BROKEN };
}

async function restore(
  restoring: KeyRestoring,
  { from, 'private-key': keyFile }: Extract<Command, { name: 'keys restore' }>['options'],
): Promise<Outcome> {
  const { restored, kept, displaced, refused, tooOld, unopened } = await restoring.restore(
    from,
    keyFile,
  );
  const count = [...restored.values()].reduce((sum, one) => sum + one, 0);
  const lines = [
    `Day keys restored: ${count}. There already: ${kept}. Destroyed, and not brought back: ${refused}.`,
    ...(displaced === 0
      ? []
      : [
          `Another key has been made in the place of: ${displaced}. What these sealed stays closed.`,
        ]),
    ...tooOld.map((id) => `${id}: its newest file is older than KEY_ESCROW_DAYS, and was left.`),
    ...unopened.map((id) => `${id}: its newest file does not open with this key, or is damaged.`),
  ];
  const isWhole = displaced === 0 && tooOld.length === 0 && unopened.length === 0;
  return { text: `${lines.join('\n')}\n`, exitCode: isWhole ? 0 : BROKEN };
}
