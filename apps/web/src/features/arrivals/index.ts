export { ArrivalSettings } from './arrival-settings.js';
export { useArrivalAlert } from './use-arrival-alert.js';
