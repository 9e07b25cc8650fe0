import { z } from 'zod';
import type { LocalisedText } from './language.js';

/** Everything that is alarmed about forgetting, in the order in which it is told. */
export const alarmCodeSchema = z.enum([
  'forgetting-paused',
  'sweep-silent',
  'erasing-late',
  'visits-blocked',
  'bucket-not-empty',
  'day-key-lives',
  'rekey-late',
  'key-store-away',
  'key-database-away',
  'keys-unmended',
  'escrow-late',
  'clock-off',
  'server-settings',
  'hold-review-missed',
]);
export type AlarmCode = z.infer<typeof alarmCodeSchema>;

/** Why erasing is paused. */
export const pauseReasonSchema = z.enum([
  /** The clock jumped by more than ten minutes. */
  'clock-jumped',
  /** The clock differs from a database's by more than ten minutes. */
  'clock-differs',
  /** Over three times as much is due as was foreseen. */
  'over-forecast',
  /** Somebody who runs the installation paused it. */
  'operator',
]);
export type PauseReason = z.infer<typeof pauseReasonSchema>;

/** Why whoever runs the installation lets erasing go on. */
export const resumeReasonSchema = z.enum([
  'clock-mended',
  'due-is-right',
  'false-alarm',
  'work-done',
]);
export type ResumeReason = z.infer<typeof resumeReasonSchema>;

/** What a person reads of each alarm: what is the matter, and that what is due stays hidden. */
export const ALARM_TEXTS: Record<AlarmCode, LocalisedText> = {
  'forgetting-paused': {
    fi: 'Tietojen poistaminen on pysäytetty. Poistettavat tiedot ovat piilossa, mutta niitä ei poisteta, ennen kuin ylläpito jatkaa poistamista.',
    sv: 'Raderingen är pausad. Uppgifter som ska raderas är dolda, men de raderas inte förrän driften fortsätter raderingen.',
    en: 'Deleting is paused. What is due is hidden, but it is not deleted until operations let deleting go on.',
  },
  'sweep-silent': {
    fi: 'Poistokierroksia ei ole ajettu yli kymmeneen minuuttiin. Poistettavat tiedot ovat silti piilossa.',
    sv: 'Ingen raderingsomgång har körts på över tio minuter. Uppgifter som ska raderas är ändå dolda.',
    en: 'No round of deleting has run for over ten minutes. What is due is hidden all the same.',
  },
  'erasing-late': {
    fi: 'Tietojen poistaminen on myöhässä. Poistettavat tiedot ovat silti piilossa.',
    sv: 'Raderingen är försenad. Uppgifter som ska raderas är ändå dolda.',
    en: 'Deleting is late. What is due is hidden all the same.',
  },
  'visits-blocked': {
    fi: 'Tapaamisia ei ole saatu poistettua usean yrityksen jälkeen. Niiden avaimet on jo tuhottu tai ne ovat piilossa.',
    sv: 'Möten har inte kunnat raderas efter flera försök. Deras nycklar är redan förstörda, eller så är de dolda.',
    en: 'Visits could not be deleted after several attempts. Their keys are destroyed already, or they are hidden.',
  },
  'bucket-not-empty': {
    fi: 'Päättyneen päivän tietoja on jäljellä, joten päivän avainta ei ole voitu tuhota.',
    sv: 'Det finns uppgifter kvar från en avslutad dag, så dagens nyckel har inte kunnat förstöras.',
    en: 'Something of a day that is over is left, so that the day’s key could not be destroyed.',
  },
  'day-key-lives': {
    fi: 'Päättyneen päivän avainta ei ole saatu tuhottua, vaikka päivän tiedot on poistettu.',
    sv: 'En avslutad dags nyckel har inte kunnat förstöras, fast dagens uppgifter är raderade.',
    en: 'The key of a day that is over could not be destroyed, though everything of the day is deleted.',
  },
  'rekey-late': {
    fi: 'Avainten yhteistä pääavainta ei ole vaihdettu ajallaan, joten tuhotusta voi jäädä jälkiä.',
    sv: 'Nycklarnas gemensamma huvudnyckel har inte bytts i tid, så spår av det förstörda kan finnas kvar.',
    en: 'The root key has not been changed in time, so that traces of what was destroyed may be left.',
  },
  'key-store-away': {
    fi: 'Avainvarastoon ei saada yhteyttä. Tapaamisia ei voi avata eikä varata, ennen kuin se on korjattu.',
    sv: 'Nyckelförvaret kan inte nås. Möten kan inte öppnas eller bokas förrän det är åtgärdat.',
    en: 'The key store cannot be reached. Visits can be neither opened nor booked until it is mended.',
  },
  'key-database-away': {
    fi: 'Avaintietokantaan ei saada yhteyttä. Tapaamisia ei voi avata eikä varata, ennen kuin se on korjattu.',
    sv: 'Nyckeldatabasen kan inte nås. Möten kan inte öppnas eller bokas förrän det är åtgärdat.',
    en: 'The key database cannot be reached. Visits can be neither opened nor booked until it is mended.',
  },
  'keys-unmended': {
    fi: 'Avaimia on jäljellä ilman tapaamista niin monta, että tietokanta voi olla vanha kopio. Avaimiin ei kosketa, ennen kuin ylläpito on selvittänyt asian.',
    sv: 'Det finns så många nycklar utan möte att databasen kan vara en gammal kopia. Nycklarna rörs inte förrän driften har utrett saken.',
    en: 'So many keys have no visit that the database may be an older copy. They are left alone until operations have looked into it.',
  },
  'escrow-late': {
    fi: 'Avainten varmuuskopio ei ole ajan tasalla, tai vanhaa kopiota ei ole saatu poistettua.',
    sv: 'Säkerhetskopian av nycklarna är inte aktuell, eller så har en gammal kopia inte kunnat raderas.',
    en: 'The safety copy of the keys is not up to date, or an old copy could not be deleted.',
  },
  'clock-off': {
    fi: 'Palvelimen kello poikkeaa tietokannan kellosta yli kaksi minuuttia.',
    sv: 'Serverns klocka avviker från databasens med över två minuter.',
    en: 'The server’s clock differs from a database’s by more than two minutes.',
  },
  'server-settings': {
    fi: 'Tietokantapalvelimen asetus antaa poistettujen tietojen jäädä jonnekin. Tiedot ovat silti salattuja.',
    sv: 'En inställning på databasservern låter raderade uppgifter bli kvar någonstans. Uppgifterna är ändå krypterade.',
    en: 'A setting of the database server lets deleted rows stay somewhere. They are sealed all the same.',
  },
  'hold-review-missed': {
    fi: 'Lukitun tapaamisen tarkistus on myöhässä. Organisaation pääkäyttäjän tai tietosuojavastaavan pitää jatkaa lukitusta tai päättää se sivulla Lukitut tiedot.',
    sv: 'Granskningen av ett låst möte är försenad. Organisationens huvudanvändare eller dataskyddsombud ska förlänga låset eller avsluta det på sidan Låsta uppgifter.',
    en: 'The review of a held visit is late. An admin or a data protection officer of the organisation must extend the hold or end it on the page Held details.',
  },
};
