import { digestOf } from '#crypto/bytes/sha256.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { assembleBundle } from '#crypto/proof/assemble-bundle.js'
import type { Disclosure } from '#crypto/proof/bundle.js'
import type { Verdict } from '#crypto/proof/fact.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import type { ProofMaterial } from '#server/contract/wire.js'
import { ClientError } from './client-error.js'
import { readPackage } from './open-package.js'
import type { Session } from './session.js'

export type ExportedProof = {
  /** The `.rogatory-proof` file. */
  readonly octets: Uint8Array<ArrayBuffer>
  readonly verdict: Verdict
}

export type ProofOptions = {
  /** Disclose the manifest, so that documents can be matched; else only what ties receipt to header. */
  readonly discloseManifest?: boolean
  /** How long to wait for checkpoint and time-stamp. */
  readonly withinMs: number
  readonly onWaiting?: (what: 'checkpoint' | 'time-stamp') => void
}

const POLL_MS = 500

/**
 * Exports the proof bundle of a package and verifies it before handing it out: whoever receives it
 * later sees what is seen here.
 *
 * @throws {@link ClientError} `proof-pending` when checkpoint or time-stamp have not come in time.
 */
export async function exportProof(
  session: Session,
  id: PackageId,
  options: ProofOptions,
): Promise<ExportedProof> {
  const material = await settledMaterial(session, id, options)
  const { opened } = await readPackage(session, id)
  const { manifest } = opened
  const disclosure: Disclosure = {
    salt: manifest.payload.salt,
    manifestDigest: await digestOf(manifest.statement),
    ...(options.discloseManifest === true && { manifest: manifest.statement }),
  }
  const bundle = await assembleBundle(material, disclosure)
  return {
    octets: serialiseBundle(bundle),
    verdict: await verifyBundle(bundle, session.trust),
  }
}

async function settledMaterial(
  { relay }: Session,
  id: PackageId,
  { withinMs, onWaiting }: ProofOptions,
): Promise<ProofMaterial> {
  const until = performance.now() + withinMs
  for (;;) {
    const material = await relay.call('readProof', { params: { package: id } })
    const waiting = waitingFor(material)
    if (waiting === undefined) return material
    if (performance.now() > until) {
      throw new ClientError(
        'proof-pending',
        `the ${waiting} that covers this package is not there yet`,
        'Ask again in a minute; nothing is lost.',
      )
    }
    onWaiting?.(waiting)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

function waitingFor(material: ProofMaterial): 'checkpoint' | 'time-stamp' | undefined {
  if (material.checkpoint === null || material.pending.length > 0) return 'checkpoint'
  return material.stampPending ? 'time-stamp' : undefined
}
