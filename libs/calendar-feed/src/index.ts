export * from './calendar-feed.entity.js';
export * from './calendar-feed.module.js';
export * from './calendar-feed.personal-data.js';
export * from './calendar-feeds.service.js';
