export { AllowUnidentified } from './allow-unidentified.js';
export { IdentityCode } from './identity-code.js';
export { AddPerson } from './add-person.js';
export { NonDisclosure } from './non-disclosure.js';
export { PeopleFields } from './people-fields.js';
export { RemovePerson } from './remove-person.js';
export { UnlockIdentification } from './unlock-identification.js';
export { useInterpreting } from './use-interpreted-language.js';
