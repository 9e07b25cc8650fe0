export * from './config.errors.js';
export * from './config.module.js';
export * from './config.schema.js';
export * from './demo-staff.js';
export * from './env-example.js';
export { OIDC_DIALECTS, type OidcDialect } from './identification-settings.js';
export * from './load-config.js';
export { publicProxies } from './trusted-proxy.js';
