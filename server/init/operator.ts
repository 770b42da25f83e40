import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CLOCK_SKEW_MS, YEAR_MS } from '#crypto/clock/durations.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import type { CertificateIssuer } from '#crypto/pki/identity.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import { toPkcs12 } from '#crypto/pki/to-pkcs12.js'
import { createFolder } from './write-once.js'

/**
 * What only the operator of the network may use: it issues certificates and suspends authorities. The
 * relay runs without it, and in production the folder is kept offline.
 */
export type Operator = {
  readonly root: CertificateIssuer
  /** Signs suspensions: the `operator` key of the relay's entry. */
  readonly key: SigningKey
  /** Opens the PKCS#12 files of the folder. */
  readonly passphrase: string
}

const FILES = {
  root: 'network-root.p12',
  rootCertificate: 'network-root.pem',
  key: 'operator-key.json',
  passphrase: 'passphrase.txt',
} as const

export const operatorFolder = (dataFolder: string): string => join(dataFolder, 'operator')

/**
 * Opens the operator's folder, making it first where there is none: the network's root, and the
 * operator's key.
 */
export async function ensureOperator(dataFolder: string, at: Date): Promise<Operator> {
  const folder = operatorFolder(dataFolder)
  const exists = await stat(folder).then(
    () => true,
    () => false,
  )
  if (!exists) await createFolder(folder, await freshOperator(at))
  return openOperator(dataFolder)
}

async function freshOperator(at: Date): Promise<Record<string, string | Uint8Array>> {
  const passphrase = randomBytes(24).toString('base64url')
  const [root, key] = await Promise.all([
    issueNetworkRoot({
      name: 'Rogatory network root',
      notBefore: new Date(at.getTime() - CLOCK_SKEW_MS),
      notAfter: new Date(at.getTime() + 20 * YEAR_MS),
    }),
    generateSigningKey('x25519', { extractable: true }),
  ])
  return {
    [FILES.root]: await toPkcs12({ ...root, chain: [root.certificate] }, passphrase),
    [FILES.rootCertificate]: root.certificate.pem,
    [FILES.key]: JSON.stringify(await exportPrivateJwk(key)),
    [FILES.passphrase]: `${passphrase}\n`,
  }
}

/** Opens the operator's folder; rejects when it is not there, as in production. */
export async function openOperator(dataFolder: string): Promise<Operator> {
  const folder = operatorFolder(dataFolder)
  const read = (name: keyof typeof FILES) => readFile(join(folder, FILES[name]))
  const passphrase = (await read('passphrase')).toString('utf8').trim()
  const { certificate, privateKeyPem } = await fromPkcs12(await read('root'), passphrase)
  const key = await importSigningKey(JSON.parse((await read('key')).toString('utf8')))
  return { root: { certificate, privateKeyPem }, key, passphrase }
}
