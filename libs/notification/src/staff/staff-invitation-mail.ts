import { INVITATION_DAYS, type Language, type LocalisedText } from '@tapaamo/contracts';

const SUBJECTS: Record<Language, string> = {
  fi: 'Kutsu Tapaamoon',
  sv: 'Inbjudan till Tapaamo',
  en: 'Invitation to Tapaamo',
};

const SENTENCES: Record<Language, (who: string) => string> = {
  fi: (who) =>
    `${who} kutsuu sinut käyttämään Tapaamoa, etätapaamisten palvelua.\nOta tunnuksesi käyttöön linkistä ${INVITATION_DAYS} päivän kuluessa. Linkki on vain sinulle, älä lähetä sitä eteenpäin. Jos et odottanut kutsua, voit poistaa viestin.`,
  sv: (who) =>
    `${who} bjuder in dig att använda Tapaamo, en tjänst för distansmöten.\nTa ditt konto i bruk via länken inom ${INVITATION_DAYS} dagar. Länken är bara för dig, skicka den inte vidare. Om du inte väntade dig en inbjudan kan du radera meddelandet.`,
  en: (who) =>
    `${who} invites you to use Tapaamo, a service for remote appointments.\nSet up your account from the link within ${INVITATION_DAYS} days. The link is for you only, do not pass it on. If you did not expect an invitation, you can delete this message.`,
};

/** The mail to a person who is invited into the staff: three languages, because theirs is not known yet, and one link. */
export function staffInvitationMail(
  organisationName: LocalisedText,
  link: string,
): { subject: string; text: string } {
  const languages = Object.keys(SENTENCES) as Language[];
  const parts = languages.map((language) => SENTENCES[language](organisationName[language]));
  return {
    subject: languages.map((language) => SUBJECTS[language]).join(' – '),
    text: `${link}\n\n${parts.join('\n\n')}\n`,
  };
}
