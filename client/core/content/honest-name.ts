import type { ContradictedClaim } from './contradicted-claim.js'

/** The name under which a received document is kept: one whose extension does not claim what its octets are not. */
export const honestName = (name: string, contradicted: ContradictedClaim | undefined): string =>
  contradicted === 'extension' ? `${name}.bin` : name
