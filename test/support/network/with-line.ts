import { whyNoLine } from './impairer.mjs';

/** `describe` where this machine gives network namespaces; set-up has said it where it gives none, and the tests are skipped. */
export const describeWithLine = whyNoLine() === null ? describe : describe.skip;
