import type { ZodType } from 'zod'
import { digestOf } from '../bytes/sha256.js'
import { isSigned } from '../keys/is-signed.js'
import type { VerificationKey } from '../keys/key.js'
import { readPayload, type StatementParts, takeApart } from './take-apart.js'

/**
 * What one text says, each thing found out when it is first asked for, and once: a verifier that has many keys,
 * moments and entries to try asks about the same statement again and again.
 */
export type Reading = {
  readonly statement: string
  readonly header: StatementParts['header']
  /** @throws {@link CryptoError} `statement/malformed` */
  payload(): unknown
  /** The payload as a schema has it; undefined where it refuses. @throws {@link CryptoError} `statement/malformed` */
  claims<P>(schema: ZodType<P>): P | undefined
  digest(): Promise<string>
  /** Whether the signature holds by that key, whose algorithm must be the header's. */
  isSignedBy(key: VerificationKey): Promise<boolean>
}

/** @throws {@link CryptoError} as {@link takeApart}. */
export function readingOf(statement: string): Reading {
  const { header, payload: octets, signature } = takeApart(statement)
  const payload = once(() => readPayload(octets))
  const digest = once(() => digestOf(statement))
  const shapes = new Map<ZodType, unknown>()
  // By the imported key itself, not by its name: what one object answered, it would answer again.
  const signatures = new Map<CryptoKey, Promise<boolean>>()
  return {
    statement,
    header,
    payload,
    digest,
    claims<P>(schema: ZodType<P>) {
      if (!shapes.has(schema)) shapes.set(schema, schema.safeParse(payload()).data)
      return shapes.get(schema) as P | undefined
    },
    isSignedBy({ alg, key }) {
      if (alg !== header.alg) return Promise.resolve(false)
      const asked = signatures.get(key) ?? isSigned(statement, signature, { alg, key })
      signatures.set(key, asked)
      return asked
    },
  }
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined
  return () => (found ??= { value: find() }).value
}
