import type { fi } from './fi.js';

/** The shape of the texts; Finnish is the model, and a key missing from another language does not compile. */
export type Texts = typeof fi;
