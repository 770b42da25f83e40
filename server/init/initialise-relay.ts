import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatTrustList, readTrustList, type TrustList } from '#crypto/directory/trust-list.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import { formatVerifierKey, noteKey } from '#crypto/transparency/note-key.js'
import { hasSecrets, loadSecrets, saveSecrets } from '#config/secrets.js'
import { issueRelay } from './issue-relay.js'
import { ensureOperator, operatorFolder } from './operator.js'
import { replaceFile } from './write-once.js'

export type Initialisation = {
  /** `DATA_DIR`. */
  readonly dataFolder: string
  /** `RELAY_ID`. */
  readonly id: string
  /** `RELAY_ORIGIN`: names the log when it is made, and never again. */
  readonly origin: string
  readonly at: Date
}

export const trustFile = (dataFolder: string): string => join(dataFolder, 'trust.json')
export const relayFolder = (dataFolder: string): string => join(dataFolder, 'relay')

/**
 * Makes what a relay needs before its first start, and only what is missing: the operator's folder,
 * the relay's keys with its certificates and entry, the trust list. Each appears whole or not at all,
 * so whatever was interrupted is completed by the next call.
 *
 * @returns the trust list, for whoever verifies.
 */
export async function initialiseRelay(order: Initialisation): Promise<TrustList> {
  const { dataFolder, id, origin, at } = order
  const logName = `${new URL(origin).host}/log`
  if (!(await hasSecrets(relayFolder(dataFolder)))) {
    const operator = await ensureOperator(dataFolder, at)
    const { secrets, identity } = await issueRelay(operator, { id, logName, at })
    await replaceFile(join(operatorFolder(dataFolder), 'relay-identity.p12'), identity, 0o600)
    await saveSecrets(relayFolder(dataFolder), secrets)
  }
  const known = await readFile(trustFile(dataFolder), 'utf8').catch(() => undefined)
  if (known !== undefined) return readTrustList(known)
  return writeTrustList(order, logName)
}

async function writeTrustList(
  { dataFolder, at }: Initialisation,
  logName: string,
): Promise<TrustList> {
  const { root } = await ensureOperator(dataFolder, at)
  const secrets = await loadSecrets(relayFolder(dataFolder))
  const log = await noteKey(logName, 'note', await importSigningKey(secrets.logKey))
  const roots = [root.certificate.pem]
  const text = formatTrustList({ roots, timestampRoots: roots, logs: [formatVerifierKey(log)] })
  // Read back before it counts: everybody's verification rests on it.
  const trust = readTrustList(text)
  await replaceFile(trustFile(dataFolder), text, 0o644)
  return trust
}
