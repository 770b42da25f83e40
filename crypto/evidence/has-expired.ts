/**
 * Whether a package's own expiry has passed at a moment. At that very moment it has not: a tie counts
 * as delivery.
 */
export const hasExpired = ({ expires }: { readonly expires: string | null }, at: Date): boolean =>
  expires !== null && at > new Date(expires)
