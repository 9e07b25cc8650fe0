import type { Texts } from '../texts.js';

export const visitExport: Texts['visitExport'] = {
  heading: 'Export of details',
  lead: 'When a client relationship or the contract ends, the organisation can take the details of visits that have not been deleted yet to its own system in one encrypted file. One admin says with whose key the file is encrypted, and another person fetches it.',
  key: 'For whom the file is encrypted',
  noKey: 'No key has been given yet.',
  keySince: 'This public key was given on {{date}}:',
  recipient: 'Public key',
  recipientHint:
    'Begins with age1. The organisation’s own IT makes the pair of keys with the command age-keygen and keeps the private one.',
  save: 'Use this key',
  saving: 'Saving…',
  file: 'Encrypted file',
  keyFirst: 'The file can be fetched once a key has been given.',
  another: 'You gave the key. Another admin or the data protection officer fetches the file.',
  fileText:
    'The file has every visit whose details have not been deleted yet, except those that are held. Only the private key opens it. Fetching it is written in the log. The details are deleted from Tapaamo in time all the same.',
  checkKey: 'Before you fetch it, make sure that the key above is your organisation’s own.',
  fetch: 'Fetch the file',
  fetching: 'Fetching…',
  fetched: 'The file {{file}} has been fetched.',
};
