import type { ofClients as finnish } from '../fi/of-clients.js';
import type { Texts } from '../texts.js';
import { deviceTest } from './device-test.js';
import { door, identify, privacy } from './door.js';
import { roles, shared } from './everywhere.js';
import { handBack } from './hand-back.js';
import { line } from './line.js';
import { quality } from './quality.js';
import { soundHelp } from './sound-help.js';
import { hands, interpretation, tiles } from './in-meeting.js';
import { following, meeting, observer, text, waitingRoom } from './meeting.js';

/** The texts of a client's pages in English: they travel without those of staff. */
export const ofClients: Pick<Texts, keyof typeof finnish> = {
  shared,
  roles,
  door,
  privacy,
  identify,
  handBack,
  deviceTest,
  waitingRoom,
  meeting,
  soundHelp,
  line,
  text,
  hands,
  interpretation,
  tiles,
  observer,
  following,
  quality,
};
