export * from './database-failure.js';
export * from './database-notifications.js';
export * from './database.module.js';
export * from './migrate.js';
export * from './organisation-scope.js';
export * from './migrations/index.js';
export * from './steady-client.js';
export * from './wait-for-database.js';
