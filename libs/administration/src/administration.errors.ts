/** The operator asked for what cannot be. The message is a sentence for the operator, who reads English. */
export class AdministrationRefusedError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'AdministrationRefusedError';
  }
}
