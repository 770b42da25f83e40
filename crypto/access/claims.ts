import { z } from 'zod'

/** NumericDate in whole seconds, within what a Date holds. */
export const NumericDate = z.number().int().min(0).max(8_640_000_000_000)

/** Random, so that a token made twice is two. */
export const Jti = z
  .string()
  .min(8)
  .max(128)
  .regex(/^[\x21-\x7e]+$/)

/** Signature algorithms of access: PS256 is for certificates alone. */
export const Alg = z.enum(['Ed25519', 'ES256', 'ES384'])

/** Whether `iat` lies within so many seconds of a moment, before or after. */
export const isFresh = (iat: number, at: Date, lifetimeSeconds: number): boolean =>
  Math.abs(at.getTime() / 1000 - iat) <= lifetimeSeconds + 1
