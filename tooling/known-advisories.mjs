/** Advisories about our packages that are not mended yet: id, the day it was first seen, why it can wait. */
export const KNOWN_ADVISORIES = []
