import type { Texts } from '../texts.js';

export const handBack: Texts['handBack'] = {
  heading: 'Skriv talet från sidan där du började',
  why: 'Identifieringen kom tillbaka till en annan webbläsare än den där du öppnade länken. Därför kontrollerar vi att den sidan är din.',
  begun: 'Identifieringen började kl. {{time}}: {{browser}}, {{system}}.',
  invites: 'Inbjudan kommer från {{organisation}}.',
  how: 'Om du fortfarande ser bankens eller identifieringstjänstens sida i webbläsaren där du började, gå bakåt eller öppna din länk på nytt i den webbläsaren.',
  warningHeading: 'Stanna upp en stund',
  warning:
    'Fortsätt bara om du själv började, nyss och på samma enhet. Om någon skickade en länk till dig, ringer dig eller säger talet, skriv det inte. Annars kommer den personen in på mötet i ditt namn.',
  refuse: 'Jag började inte själv',
  number: 'Talet från sidan där du började',
  numberHint: 'Två siffror. De visas i webbläsaren där du började. Du kan försöka en gång.',
  numberMissing: 'Skriv två siffror.',
  confirm: 'Bekräfta',
  until: 'Bekräfta senast kl. {{time}}.',
  confirmedHeading: 'Identifieringen är bekräftad',
  confirmedText:
    'Gå tillbaka till sidan som visar talet {{number}}. Den fortsätter av sig själv. Den här sidan kan du stänga.',
  confirmedAfter:
    'Om andra också använder den här enheten, stäng alla fönster i den här webbläsaren när mötet är över. Annars kan identifieringstjänsten minnas dig i den här webbläsaren.',
  signOut: 'Logga ut från identifieringstjänsten',
  refusedHeading: 'Din identifiering gavs inte till någon',
  refusedText: 'Bra att du stannade upp. Den yrkesverksamma ser att identifieringen avvisades.',
  refusedAdvice:
    'Om någon bad dig identifiera dig, fortsätt inte med den personen. Om du själv är på väg till ett möte, öppna din länk och identifiera dig på nytt.',
  wrongHeading: 'Talet var fel',
  wrongAdvice:
    'Om du själv började, gå tillbaka till sidan där du började och identifiera dig på nytt.',
  overHeading: 'Här finns inget mer att bekräfta',
  overText:
    'Fortsätt i webbläsaren där du öppnade din länk. Om identifieringen blev på hälft, börja om där.',
  failedHeading: 'Identifieringen kan inte bekräftas',
  away: 'Vi väntar på din identifiering. När den är klar fortsätter sidan av sig själv. Om den blev på hälft, börja om.',
  notFinished: 'Identifieringen blev inte klar. Du kan börja om.',
  refusedElsewhere:
    'Identifieringen bekräftades inte i den andra webbläsaren och används därför inte. Du kan identifiera dig på nytt.',
  shownHeading: 'Skriv det här talet i den andra webbläsaren',
  shownText:
    'Du identifierade dig, men kom tillbaka till en annan webbläsare. Gå till den och skriv det här talet där:',
  shownSecret: 'Berätta inte talet för någon.',
  shownAgain: 'Börja identifieringen på nytt',
  doneHeading: 'Identifieringen lyckades',
  doneText: 'Du kommer till väntrummet.',
  otherBrowser: 'annan webbläsare',
  android: 'Android-enhet',
  ios: 'iPhone eller iPad',
  otherSystem: 'annan enhet',
};
