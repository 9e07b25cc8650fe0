export { NewServicePage } from './new-service-page.js';
export { OrganisationPage } from './organisation-page.js';
export { ProviderPage } from './provider/provider-page.js';
export { ServicePage } from './service-page.js';
export { ServicesPage } from './services-page.js';
