export { MessageTextsPage } from './messages/message-texts-page.js';
export { NewServicePage } from './new-service-page.js';
export { OrganisationPage } from './organisation-page.js';
export { ProviderPage } from './provider/provider-page.js';
export { RecordKeysPage } from './record-keys/record-keys-page.js';
export { RecordSystemPage } from './record-system/record-system-page.js';
export { ServicePage } from './service-page.js';
export { ServicesPage } from './services-page.js';
