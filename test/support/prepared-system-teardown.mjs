export { removePrepared as default } from './prepared-system.mjs';
