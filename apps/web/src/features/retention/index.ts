export { usePeriodText, useRuleText } from './use-period-text.js';
