/** The later of a moment and one that may not be set. RFC 3339 in UTC, as all that is signed: compared as text. */
export const laterOf = (time: string, other: string | null): string =>
  other !== null && other > time ? other : time
