import type { Language, LocalisedText } from '@tapaamo/contracts';
import type { AccountNoticeKind } from '@tapaamo/professional';

const SUBJECT = 'Tapaamo: tunnuksesi – ditt konto – your account';

const STAFF_SUBJECT = 'Tapaamo: uusia työntekijöitä – nya anställda – new staff';

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
  'staff-invited': {
    fi: 'Organisaatiosi pääkäyttäjä kutsui Tapaamoon uusia työntekijöitä.',
    sv: 'En huvudanvändare i din organisation bjöd in nya anställda till Tapaamo.',
    en: 'An admin of your organisation invited new staff to Tapaamo.',
  },
};

const OF_ONESELF: LocalisedText = {
  fi: 'Jos teit sen itse, sinun ei tarvitse tehdä mitään. Jos et, ilmoita heti organisaatiosi pääkäyttäjälle.',
  sv: 'Om du gjorde det själv behöver du inte göra något. Om inte, meddela genast din organisations huvudanvändare.',
  en: 'If it was you, there is nothing to do. If it was not, tell your organisation’s admin at once.',
};

const OF_STAFF: LocalisedText = {
  fi: 'Pääkäyttäjä näkee kutsutut henkilöstösivulta ja tietosuojavastaava lokista. Jos et tunne kutsuttua, kysy heti kutsujalta, kuka hän on.',
  sv: 'Huvudanvändaren ser de inbjudna på sidan Personal och dataskyddsombudet i loggen. Om du inte känner till en inbjuden, fråga genast den som bjöd in vem personen är.',
  en: 'Admins see who is invited on the page Staff, and data protection officers in the log. If you do not know somebody, ask at once who they are.',
};

/** A mail to somebody of the staff, in three languages. It holds no link, no name and no secret. */
export function accountNoticeMail(kind: AccountNoticeKind): { subject: string; text: string } {
  const advice = kind === 'staff-invited' ? OF_STAFF : OF_ONESELF;
  const parts = (Object.keys(advice) as Language[]).map(
    (language) => `${SENTENCES[kind][language]}\n${advice[language]}`,
  );
  return {
    subject: kind === 'staff-invited' ? STAFF_SUBJECT : SUBJECT,
    text: `${parts.join('\n\n')}\n`,
  };
}
