/**
 * What is larger than it should be, each with the reason. A name that is not needed any more fails as well, so the
 * lists only shrink by themselves.
 */
export const LONG_FILES: readonly string[] = [];

/** Functions, as `path name`. */
export const LONG_FUNCTIONS: readonly string[] = [];

/** Components of React, as `path name`. */
export const LONG_COMPONENTS: readonly string[] = [];

/** Classes whose constructor takes more than seven dependencies, as `path name`. */
export const BUSY_CONSTRUCTORS: readonly string[] = [];
