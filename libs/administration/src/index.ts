export * from './admin-invitations.js';
export * from './administration.errors.js';
export * from './administration.module.js';
export * from './administration.service.js';
export * from './key-restoring.js';
export * from './key-rotation.js';
export * from './sign-in-domains.js';
