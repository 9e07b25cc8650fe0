export * from './password.js';
export * from './professional.entity.js';
export * from './professional.errors.js';
export * from './professional.module.js';
export * from './professional.personal-data.js';
export * from './professional.service.js';
export * from './session/staff-changes.js';
export * from './staff-invitation.entity.js';
