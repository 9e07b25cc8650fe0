export { ColleagueSelect } from './colleague-select.js';
export { ColleagueTimes } from './colleague-times.js';
export { StaffHandOverPart } from './staff-hand-over-part.js';
export { useColleagues, useVisitAct } from './queries.js';
export { StandInsPage } from './stand-ins-page.js';
export { TeamsPage } from './teams-page.js';
export { VisitColleagues } from './visit-colleagues.js';
