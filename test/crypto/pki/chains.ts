import type { Trust } from '#crypto/pki/verify-chain.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { handMade, handMadeX5c, issuerExtensions, leafExtensions, type Plan } from './hand-made.js'
import { keyOf } from './keys.js'

/** When everything here is valid. */
export const AT = new Date('2026-07-01T12:00:00.000Z')

/** A root, an intermediate under it and an authority under that; any part can be made otherwise. */
export async function plans(): Promise<{ root: Plan; middle: Plan; leaf: Plan; direct: Plan }> {
  const [root, middle, leaf] = await Promise.all(['root', 'middle', 'leaf'].map(keyOf))
  if (!root || !middle || !leaf) throw new Error('no keys')
  const extensions = leafExtensions()
  return {
    root: {
      subject: 'Root',
      issuer: 'Root',
      key: root,
      signer: root,
      extensions: issuerExtensions,
    },
    middle: {
      subject: 'Middle',
      issuer: 'Root',
      key: middle,
      signer: root,
      extensions: issuerExtensions,
    },
    leaf: { subject: 'Leaf', issuer: 'Middle', key: leaf, signer: middle, extensions },
    direct: { subject: 'Leaf', issuer: 'Root', key: leaf, signer: root, extensions },
  }
}

export const trustIn = async (...roots: readonly Plan[]): Promise<Trust> => ({
  roots: (await Promise.all(roots.map(handMade))).map(readCertificate),
})

export const chainOf = (...members: readonly Plan[]): Promise<string[]> =>
  Promise.all(members.map(handMadeX5c))
