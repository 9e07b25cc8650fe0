export type { AttemptsOfVisit } from './attempts/identification-attempts.js';
export * from './attempts/identification-failures.entity.js';
export * from './attempts/seen-outage.entity.js';
export * from './client-identification.strategy.js';
export type { BookedPerson, OtherBookedPerson } from './comparison/booked-person.js';
export * from './comparison/compare-names.js';
export * from './hand-back/hand-back-refusal.entity.js';
export type { VerdictAtTheDoor } from './comparison/verdict-at-the-door.js';
export * from './hand-back/hand-back.entity.js';
export * from './hand-back/hand-back.service.js';
export * from './transaction/identification-transaction.entity.js';
export type { TransactionOwner } from './transaction/identification-transaction.repository.js';
export * from './identification.entity.js';
export * from './identification.errors.js';
export * from './identification.module.js';
export * from './identification.personal-data.js';
export * from './identification-acts.js';
export * from './identification.service.js';
export { beginsLike, nameWords } from './comparison/name-words.js';
export { ProviderSignOut } from './sign-out/provider-sign-out.js';
export { RelyingPartyKeys } from './relying-party/relying-party-keys.js';
export { IDENTIFICATION_CALLBACK_PATH, SIGNED_KEYS_PATH } from './relying-party/paths.js';
export { PublishedDocuments } from './relying-party/published-documents.js';
export {
  RepresentationService,
  type RepresentedChild,
} from './representation/representation.service.js';
export { RepresentationRequestRow } from './representation/representation-request.entity.js';
