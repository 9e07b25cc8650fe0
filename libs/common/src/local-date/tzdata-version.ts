/** Release of the time zone data that local times are reckoned with, e.g. `2025b`: of the ICU that this Node brings. */
export const TZDATA_VERSION = process.versions.tz ?? null;
