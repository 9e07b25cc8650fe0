/**
 * Fetches the code of waiting room and meeting. It is large and needed last: it travels while the person tests devices
 * and identifies, or, for one who comes back, while the server is asked where they stand.
 */
export const loadVisit = () => import('../waiting-room/index.js');
