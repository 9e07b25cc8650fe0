/** What `--help` says. */
export const HELP = `The operator's command of a Tapaamo installation. It uses the installation's settings (infra/.env.example)
and asks nothing: everything is an option.

  npm run operator -- organisation create --name-fi <name> --name-sv <name> --name-en <name>
                                          --admin-name <name> --admin-email <address>
      Makes an organisation whose clients are forgotten a month after the visit, and prints a link for its first
      admin. The link works once, for seven days; hand it over yourself, it is kept nowhere.

  npm run operator -- organisation list
      Every organisation with its id, how many members of staff and admins it has, and whether it is in use. Of those
      that were closed for good: when their keys were destroyed, from when on no copy brings them back, and when the
      rest was erased.

  npm run operator -- organisation disable --organisation <id>
  npm run operator -- organisation enable --organisation <id>
      Takes it out of use, or back. Disabled: its staff is signed out now, also out of meetings, and cannot sign in;
      its clients read at their door that the service is closed and whom to call; its messages wait. What is due to be
      forgotten is forgotten all the same. Nothing else is changed, and enabling brings all of it back.

  npm run operator -- organisation close --organisation <id>
  npm run operator -- organisation confirm-close --organisation <id> --name-fi <its name in Finnish>
      Ends the contract of a disabled organisation: everything of it is forgotten, its living visits, staff, settings and
      audit log included, and the keys that copies of it open with. Asking changes nothing but what "list" says; it is
      confirmed a day later at the earliest, and from then on nothing brings the organisation back. What it still needs
      it takes out before it is disabled: in its settings there is a page for that, where two people fetch one encrypted file.

  npm run operator -- admin invite --organisation <id> --admin-name <name> --admin-email <address>
      Invites an admin, for an organisation that has lost its own. An earlier link of the same person ends.

  npm run operator -- domain list
      Every assigned e-mail domain, and the organisation whose staff has addresses of it.

  npm run operator -- domain assign --organisation <id> --domain <domain>
  npm run operator -- domain release --organisation <id> --domain <domain>
      Says whose staff has e-mail addresses of a domain, such as mallila.fi, or takes it back. Whoever types such an
      address is led to that organisation's own sign-in, which may make them an account: make sure that the domain is
      the organisation's. Without one its staff uses the organisation's own sign-in page.

  npm run operator -- keys rotate --what accounts
      Seals the second factors of staff and the secrets of sign-in providers under ACCOUNT_SECRET that
      ACCOUNT_SECRET_PREVIOUS sealed, after every process has both settings. Then the previous one can be emptied.

  npm run operator -- keys rotate --what key-store
      Changes the root key of the key store, with the bytes of the former one overwritten. Everything may go on running;
      if it is cut off, it is done again. infra/README.md tells of the other keys.

  npm run operator -- keys restore --from <folder> --private-key <file>
      Brings day keys back into a key store that was lost, from the newest escrow file of each organisation (a copy of
      KEY_ESCROW_DIR) with a recipient's private key. Keys that were destroyed stay so. Until it is done nobody can book;
      begin with an empty KEY_STORE_DIR, and take the files from where only the job runner writes.

  npm run operator -- keys release --by <name>
      Lets keys without a visit go that wait because they are many (alarm keys-unmended). First make sure that the main
      database is not an older copy: of visits that it lacks, these keys are all that is left.

  npm run operator -- purge status
      Whether erasing is paused, since when and why, and whether keys wait.

  npm run operator -- purge pause --by <name>
  npm run operator -- purge resume --by <name> --why <clock-mended|due-is-right|false-alarm|work-done>
      Pauses erasing, or lets it go on: also after the guard paused it, because a clock jumped or far more is due than was
      foreseen. What is due is hidden all the while. What is due when it goes on is taken as right: look first.

  npm run operator -- restore check
  npm run operator -- restore reconcile
  npm run operator -- restore confirm
      After a database, the key store or a replica took the place of what was there: nobody is served until what was
      forgotten since is forgotten again. The job runner reconciles by itself what is safe; check says how it is, and
      reconcile does it now and lists visits whose keys are nowhere, and those that were booked after the backup.
      Confirm gives both up for good. infra/backup/README.md leads through a restore.

  npm run operator -- audit verify [--organisation <id>]
      Follows the audit log of one organisation, or of each, from its first entry to its last.

Everything is told in the audit log of the organisation it concerns. Exit codes: 0 done, 1 refused or failed,
3 an audit log does not fit together, something opens under neither secret, or not all keys came back.
`;
