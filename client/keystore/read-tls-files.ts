import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { ClientError } from '../core/client-error.js'
import { cannotRead } from '../files/cannot-read.js'
import type { TlsMeans } from '../transport/tls-line.js'

/** Paths of PEM files: a chain (leaf first) and its key, shown to the relay; the authorities to trust, no others. */
export type TlsFiles = {
  readonly certificate?: string | undefined
  readonly key?: string | undefined
  readonly authorities?: string | undefined
}

/** Some dozens of certificates. */
const LONGEST = 256 * 1024
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/**
 * What a relay is shown, and whom it is trusted by.
 *
 * @throws {@link ClientError} `file-unreadable`; `tls-unusable` when a file is not what it should be, when
 *   the key is another certificate's or may be read by others, and when the certificate has ended.
 */
export async function readTlsFiles(files: TlsFiles, now: Date): Promise<TlsMeans> {
  const { certificate, key, authorities } = files
  const trusted = authorities === undefined ? undefined : await pemIn(authorities)
  if (authorities !== undefined) certificatesIn(authorities, trusted ?? '')
  if (certificate === undefined && key === undefined) return { authorities: trusted }
  if (certificate === undefined || key === undefined) {
    const remedy = 'Give both: --tls-certificate and --tls-key, or tls in profile.json.'
    throw new ClientError('tls-unusable', 'a TLS certificate and its key go together', remedy)
  }
  const shown = { certificate: await pemIn(certificate), key: await pemIn(key) }
  const [leaf] = certificatesIn(certificate, shown.certificate)
  await requirePrivate(key)
  if (leaf?.checkPrivateKey(keyIn(key, shown.key)) !== true) {
    throw unusable(key, `is not the key of the first certificate in ${certificate}`)
  }
  if (new Date(leaf.validTo) < now) throw unusable(certificate, `has ended: ${leaf.validTo}`)
  return { shown, authorities: trusted }
}

async function pemIn(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(cannotRead(path))
  if (text.length > LONGEST) throw unusable(path, `is longer than ${LONGEST} octets`)
  return text
}

function certificatesIn(path: string, text: string): X509Certificate[] {
  try {
    const found = [...text.matchAll(CERTIFICATE)].map(([pem]) => new X509Certificate(pem))
    if (found.length > 0) return found
  } catch {
    // Said below: the same is wrong with it.
  }
  throw unusable(path, 'does not hold certificates in PEM')
}

function keyIn(path: string, pem: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch {
    throw unusable(path, 'does not hold a private key in PEM without a passphrase')
  }
}

/** As the relay holds its own: the owner and group of the file alone. Windows has no such modes. */
async function requirePrivate(path: string): Promise<void> {
  if (process.platform === 'win32' || ((await stat(path)).mode & 0o007) === 0) return
  const remedy = `Run: chmod o= '${path}', or have another certificate issued if somebody may have read it.`
  throw new ClientError('tls-unusable', `${path} can be read by others`, remedy)
}

const unusable = (path: string, what: string) =>
  new ClientError('tls-unusable', `${path} ${what}`, 'Name the right file, or have one issued.')
