import type { Language, LocalisedText } from '@tapaamo/contracts';
import type { AccountNoticeKind } from '@tapaamo/professional';

const SUBJECT = 'Tapaamo: tunnuksesi – ditt konto – your account';

const SENTENCES: Record<AccountNoticeKind, LocalisedText> = {
  'method-added': {
    fi: 'Tapaamo-tunnukseesi lisättiin uusi kirjautumistapa.',
    sv: 'Ett nytt inloggningssätt lades till i ditt Tapaamo-konto.',
    en: 'A new way to sign in was added to your Tapaamo account.',
  },
  'method-removed': {
    fi: 'Tapaamo-tunnuksestasi poistettiin kirjautumistapa.',
    sv: 'Ett inloggningssätt togs bort från ditt Tapaamo-konto.',
    en: 'A way to sign in was removed from your Tapaamo account.',
  },
  'password-changed': {
    fi: 'Tapaamo-tunnuksesi salasana vaihdettiin.',
    sv: 'Lösenordet till ditt Tapaamo-konto byttes.',
    en: 'The password of your Tapaamo account was changed.',
  },
  'recovery-codes-made': {
    fi: 'Tapaamo-tunnuksellesi tehtiin uudet palautuskoodit. Vanhat eivät enää kelpaa.',
    sv: 'Nya återställningskoder gjordes för ditt Tapaamo-konto. De gamla gäller inte längre.',
    en: 'New recovery codes were made for your Tapaamo account. The old ones are no longer valid.',
  },
};

const ADVICE: LocalisedText = {
  fi: 'Jos teit sen itse, sinun ei tarvitse tehdä mitään. Jos et, ilmoita heti organisaatiosi pääkäyttäjälle.',
  sv: 'Om du gjorde det själv behöver du inte göra något. Om inte, meddela genast din organisations huvudanvändare.',
  en: 'If it was you, there is nothing to do. If it was not, tell your organisation’s admin at once.',
};

/** The mail to somebody whose means of sign-in were changed, in three languages. It holds no link and no secret. */
export function accountNoticeMail(kind: AccountNoticeKind): { subject: string; text: string } {
  const parts = (Object.keys(ADVICE) as Language[]).map(
    (language) => `${SENTENCES[kind][language]}\n${ADVICE[language]}`,
  );
  return { subject: SUBJECT, text: `${parts.join('\n\n')}\n` };
}
