import fc from 'fast-check';
import { compareNames, type IdentifiedName, type NameFit } from './compare-names.js';

/** A name of the Finnish population register. */
const compared = (expected: string, identified: IdentifiedName): NameFit =>
  compareNames(expected, identified, { isOfRegister: true });

const person = (givenNames: string | null, familyName: string | null): IdentifiedName => ({
  givenNames,
  familyName,
  displayName: `${familyName ?? ''} ${givenNames ?? ''}`.trim(),
});

const shownOnly = (displayName: string): IdentifiedName => ({
  givenNames: null,
  familyName: null,
  displayName,
});

describe('same person', () => {
  it.each([
    ['first name first', 'Aino Virtanen', person('Aino', 'Virtanen')],
    ['one of several given names', 'Olivia Virtanen', person('Aino Olivia Helena', 'Virtanen')],
    ['given names in another order', 'Olivia Aino Virtanen', person('Aino Olivia', 'Virtanen')],
    ['an initial beside a name', 'Aino O. Virtanen', person('Aino Olivia', 'Virtanen')],
    ['capital letters', 'AINO VIRTANEN', person('Aino', 'Virtanen')],
    ['extra spaces', '  Aino \u00a0 Virtanen ', person('Aino', 'Virtanen')],
    ['ä as it is', 'Matti Meikäläinen', person('Matti', 'Meikäläinen')],
    ['ä typed as a', 'Matti Meikalainen', person('Matti', 'Meikäläinen')],
    ['ä typed as ae', 'Matti Meikaelaeinen', person('Matti', 'Meikäläinen')],
    ['ö typed as oe', 'Leena Toeloe', person('Leena', 'Tölö')],
    ['å typed as aa', 'Ulla Aaberg', person('Ulla', 'Åberg')],
    ['å typed as a', 'Ulla Aberg', person('Ulla', 'Åberg')],
    ['å made of two code points', 'Ulla A\u030aberg', person('Ulla', 'Åberg')],
    ['Norwegian letters', 'Søren Æbelø', person('Sören', 'Äbelö')],
    ['an accent left out', 'Andre Meszaros', person('André', 'Mészáros')],
    ['an apostrophe', 'Liam O’Brien', person('Liam', "O'Brien")],
    ['a hyphen as it is', 'Anna-Liisa Korhonen', person('Anna-Liisa', 'Korhonen')],
    ['a hyphen typed as a space', 'Anna Liisa Korhonen', person('Anna-Liisa', 'Korhonen')],
    ['a hyphen left out', 'Annaliisa Korhonen', person('Anna-Liisa', 'Korhonen')],
    ['a hyphen too many', 'Anna-Liisa Korhonen', person('Anna Liisa', 'Korhonen')],
    ['a double family name', 'Anna Korhonen-Mäkinen', person('Anna', 'Korhonen-Mäkinen')],
    ['a particle', 'Carl von Essen', person('Carl Gustaf', 'von Essen')],
    ['a particle left out', 'Carl Essen', person('Carl Gustaf', 'von Essen')],
    ['de la', 'María de la Cruz', person('Maria', 'De La Cruz')],
    ['a family name that is a particle', 'Minh La', person('Minh', 'La')],
    ['a Sámi name', 'Áilu Gaŋga', person('Ailu', 'Ganga')],
    ['Northern Sámi letters', 'Ristiinna Čeabetčoru', person('RISTIINNA', 'CEABETCORU')],
    ['Northern Sámi letters left out', 'Maret Duommá', person('Máret', 'Đuommá')],
    ['Inari Sámi letters', 'Ánná Šaarâ', person('Anna', 'Saara')],
    ['Skolt Sámi letters', 'Jeäʹnn Ǩeʹrjj-Ǯeädda', person('Jeänn', 'Kerjj-Zeädda')],
    ['a Skolt Sámi letter without its stroke', 'Oula Maggi', person('Oula', 'Maǥǥi')],
    ['Estonian letters', 'Tonu Pold', person('Tõnu', 'Põld')],
    ['a German sharp s', 'Karl Strauss', person('Karl', 'Strauß')],
    ['an apostrophe that is an accent', 'Liam O´Brien', person('Liam', 'O’Brien')],
    ['an apostrophe left out', 'Anna Dangelo', person('Anna', "D'Angelo")],
    ['av', 'Eva av Ugglas', person('Eva', 'av Ugglas')],
    ['le left out', 'Marie Bon', person('Marie', 'Le Bon')],
    ['several particles left out', 'Ursula Leyen', person('Ursula', 'von der Leyen')],
    ['a particle inside', 'Ana Pérez de la Fuente', person('Ana', 'Pérez de la Fuente')],
    ['only a shown name', 'Aino Virtanen', shownOnly('Virtanen Aino Olivia')],
    ['only a shown name with a particle', 'Carl von Essen', shownOnly('von Essen Carl Gustaf')],
    [
      'family name and shown name',
      'Aino Virtanen',
      { ...shownOnly('Aino Virtanen'), familyName: 'Virtanen' },
    ],
    [
      'given names and shown name',
      'Aino Virtanen',
      { ...shownOnly('Aino Virtanen'), givenNames: 'Aino' },
    ],
  ])('%s', (_case, expected, identified) => {
    expect(compared(expected, identified)).toBe('same');
  });

  it('has both ways that fit', () => {
    expect(compared('Ali Ali', person('Ali', 'Ali'))).toBe('same');
  });
});

describe('the family name first', () => {
  it.each([
    ['two names', 'Virtanen Aino', person('Aino', 'Virtanen')],
    ['a comma', 'Virtanen, Aino', person('Aino', 'Virtanen')],
    ['a double family name apart', 'Korhonen Mäkinen Anna', person('Anna', 'Korhonen-Mäkinen')],
    ['a particle first', 'von Essen Carl', person('Carl', 'von Essen')],
    ['Vietnamese names', 'Nguyen Van Minh', person('Van Minh', 'Nguyen')],
    ['what may be the father', 'Mohamed Ali', person('Ali', 'Mohamed')],
    ['one of several given names', 'Mohamed Ali', person('Omar Ali', 'Mohamed')],
  ])('is told apart: %s', (_case, expected, identified) => {
    expect(compared(expected, identified)).toBe('reversed');
  });

  it('is not where the family name is last', () => {
    expect(compared('Mohamed Ali', person('Mohamed', 'Ali'))).toBe('same');
  });
});

describe('a name of another country', () => {
  it.each([
    ['may lack what was typed', 'Väinö Mäki', person('VAINO', 'MAKI'), 'same'],
    ['may have what was not typed', 'Vaino Maki', person('Väinö', 'Mäki'), 'same'],
    ['has no other letters', 'Leena Tölö', person('Leena', 'Tölo'), 'different'],
  ] as const)('%s', (_case, expected, identified, fit) => {
    expect(compareNames(expected, identified, { isOfRegister: false })).toBe(fit);
  });
});

describe('different name', () => {
  it.each([
    ['another family name', 'Aino Korhonen', person('Aino', 'Virtanen')],
    ['another given name', 'Liisa Virtanen', person('Aino Olivia', 'Virtanen')],
    ['one given name of two is another', 'Aino Liisa Virtanen', person('Aino Olivia', 'Virtanen')],
    ['no given name', 'Virtanen', person('Aino', 'Virtanen')],
    ['no family name', 'Aino Olivia', person('Aino Olivia', 'Virtanen')],
    ['an initial only', 'A. Virtanen', person('Aino', 'Virtanen')],
    ['a given name twice', 'Aino Aino Virtanen', person('Aino Olivia', 'Virtanen')],
    ['half of a hyphenated given name', 'Matti Korhonen', person('Matti-Pekka', 'Korhonen')],
    ['half of a double family name', 'Anna Mäkinen', person('Anna', 'Korhonen-Mäkinen')],
    ['the family name in the middle', 'Aino Virtanen Olivia', person('Aino Olivia', 'Virtanen')],
    ['å for ä', 'Matti Måki', person('Matti', 'Mäki')],
    ['ö for o', 'Leena Tölö', person('Leena', 'Tölo')],
    ['å where the register has none', 'Anna Lång', person('Anna', 'Lang')],
    ['ä where the register has none', 'Sita Kärki', person('Sita', 'Karki')],
    ['letters missing in the register', 'Väinö Mäki', person('VAINO', 'MAKI')],
    ['a letter more', 'Aino Virtaneni', person('Aino', 'Virtanen')],
    ['nothing typed', '', person('Aino', 'Virtanen')],
    ['only signs typed', '-, .', person('Aino', 'Virtanen')],
    ['nothing identified', 'Aino Virtanen', shownOnly('')],
    ['a family name only', 'Aino Virtanen', shownOnly('Virtanen')],
    ['only particles left', 'von Essen', person('Carl', 'von Essen')],
    ['a particle that is a name', 'Minh Nguyen', person('Minh', 'Nguyen Le')],
    ['a particle too many', 'Carl af Enehjelm', person('Carl', 'Enehjelm')],
    ['Van as a given name', 'Minh Van Nguyen', person('Minh', 'Nguyen')],
    ['Van as a given name of another', 'Hong Van Tran', person('Hong', 'Tran')],
    ['Le as a given name', 'Anh Le Tran', person('Anh', 'Tran')],
    ['half of a name of two particles', 'Anh Van', person('Anh', 'Le Van')],
    ['a particle away from the family name', 'von Carl Enehjelm', person('Carl', 'Enehjelm')],
    ['a particle that is a given name', 'Minh Van Minh Nguyen', person('Minh', 'Nguyen')],
    ['a patronymic', 'Anna Ivanovna Petrova', person('Anna', 'Petrova')],
    ['another transliteration', 'Aleksei Petrov', person('Alexey', 'Petrov')],
    ['y for ü', 'Eva Myller', person('Eva', 'Müller')],
    ['ao for å', 'Ulla Aoberg', person('Ulla', 'Åberg')],
    ['an apostrophe typed as a space', 'Anna D Angelo', person('Anna', "D'Angelo")],
    ['half of an apostrophised name', 'Liam Brien', person('Liam', "O'Brien")],
    ['more words than a name has', 'Aino '.repeat(20), person('Aino', 'Aino')],
    ['other letters', 'Айно Виртанен', person('Aino', 'Virtanen')],
  ])('%s', (_case, expected, identified) => {
    expect(compared(expected, identified)).toBe('different');
  });
});

describe('for any name', () => {
  const letters = fc.constantFrom(...Array.from('abcdeghijklmnoprstuvyåäöéšAÅÄÖ'));
  const word = fc.string({ unit: letters, minLength: 2, maxLength: 9 });
  const name = fc.array(word, { minLength: 1, maxLength: 2 }).map((parts) => parts.join('-'));
  const names = fc.record({
    given: fc.array(name, { minLength: 1, maxLength: 4 }),
    family: name,
    pick: fc.nat(),
  });
  const typed = ({ given, pick }: { given: string[]; pick: number }): string =>
    given[pick % given.length] ?? '';

  it('is the same however it is ordered, cased and composed', () => {
    fc.assert(
      fc.property(names, (n) => {
        const identified = person(n.given.join(' '), n.family);
        for (const booked of [`${typed(n)} ${n.family}`, `${n.family}, ${typed(n)}`]) {
          const fit = compared(booked, identified);
          expect(fit).not.toBe('different');
          for (const form of [booked.toUpperCase(), booked.normalize('NFD')]) {
            expect(compared(form, identified)).toBe(fit);
          }
        }
        expect(compared(`${typed(n)} ${n.family}`, identified)).toBe('same');
      }),
    );
  });

  it('is the same when typed without Å, Ä and Ö', () => {
    const plain = (text: string): string => text.replace(/[åä]/gi, 'a').replace(/ö/gi, 'o');
    fc.assert(
      fc.property(names, (n) => {
        const identified = person(n.given.join(' '), n.family);
        expect(compared(plain(`${typed(n)} ${n.family}`), identified)).toBe('same');
      }),
    );
  });

  it('is another with a letter more in the family name', () => {
    fc.assert(
      fc.property(names, (n) => {
        const identified = person(n.given.join(' '), n.family);
        expect(compared(`${typed(n)} ${n.family}x`, identified)).toBe('different');
      }),
    );
  });

  it('is another when the register has no Å, Ä, Ö or Ü where one was typed', () => {
    const plain = (text: string): string => text.replace(/[åä]/gi, 'a').replace(/ö/gi, 'o');
    fc.assert(
      fc.property(names, (n) => {
        fc.pre(/[åäö]/i.test(n.family));
        const identified = person(n.given.join(' '), plain(n.family));
        expect(compared(`${typed(n)} ${n.family}`, identified)).toBe('different');
      }),
    );
  });

  it('is the same whoever of two is typed and whoever is shown, where neither is of the register', () => {
    const foreign = { isOfRegister: false };
    fc.assert(
      fc.property(word, word, word, word, (given, family, otherGiven, otherFamily) => {
        const forth = compareNames(`${given} ${family}`, person(otherGiven, otherFamily), foreign);
        const back = compareNames(`${otherGiven} ${otherFamily}`, person(given, family), foreign);
        expect(forth).toBe(back);
      }),
    );
  });

  it('is answered in time, however long and alike its words are', () => {
    const before = performance.now();
    for (const unit of ['a', 'von', 'ä', 'aa', 'de la', "o'", 'a-a-a']) {
      const long = Array.from({ length: 200 }, () => unit).join(' ');
      const sixteen = Array.from({ length: 16 }, () => unit).join(' ');
      compared(long, person(long, long));
      compared(sixteen, person(long, unit));
      compared(sixteen, shownOnly(long));
    }
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('never throws and answers fast, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 120 }),
        fc.string(),
        (typedText, shown) => {
          expect(['same', 'reversed', 'different']).toContain(
            compared(typedText, shownOnly(shown)),
          );
        },
      ),
    );
    const many = Array.from({ length: 60 }, () => 'a').join(' ');
    const before = performance.now();
    expect(compared(many, person(many, 'a'))).toBe('different');
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
