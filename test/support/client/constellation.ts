import { composePackage, type Draft } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { directoryView } from '#client/core/directory/directory-view.js'
import { officerVault } from '#client/core/session/officer-vault.js'
import type { Session } from '#client/core/session/session.js'
import { sealVault } from '#crypto/directory/vault.js'
import { verifyCredential } from '#crypto/directory/verify-credential.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { signApproval } from '#crypto/package/sign-statements.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { fakeRelay } from '../fake-relay.js'
import { fakeUseCases } from '../fake-use-cases.js'
import { NOW } from '../world/moments.js'
import type { Officer } from '../world/officers.js'
import { worldTrust } from '../world/sample-bundle.js'
import { sampleToken } from '../world/sample-log.js'
import type { Authority } from '../world/world.js'
import { interruptions } from './interruptions.js'
import { type MemoryPlatform, memoryDocument, memoryPlatform } from './memory-platform.js'
import { honest, type Listening, portRelay, sealedBlobs } from './port-relay.js'

export type TestSession = Session & { readonly platform: MemoryPlatform }

/** A relay, and officers of both sides with their sessions: everything real but network and disk. */
export async function constellation() {
  const relay = await fakeRelay()
  const sealed = new Map<string, Buffer>()
  const { useCases, ...log } = await fakeUseCases(relay, sealedBlobs(relay.blobs, sealed))
  const lies = honest()
  const listening: Listening[] = []
  const crash = interruptions()
  const parts = { relay, useCases, sealed, lies, listening, interruptions: crash }
  const trust = await worldTrust()

  async function session(officer: Officer, { entry }: Authority): Promise<TestSession> {
    const platform = memoryPlatform(() => relay.clock.now(), crash)
    const port = portRelay(parts, officer)
    return {
      relay: port,
      relayId: relay.relay.id,
      platform,
      trust,
      officer: {
        authority: officer.claims.authority,
        credential: await verifyCredential(officer.credential, entry, NOW),
        signingKey: officer.key,
        sealingKey: officer.openingKey,
      },
      directory: directoryView(port, relay.relay.id, trust, platform),
      vaultKeys: officerVault(port, officer.openingKey, platform),
    }
  }
  async function reseal(
    { id, openingKey }: Authority,
    version: number,
    readers: readonly Officer[],
  ) {
    const openingKeys = [await exportPrivateJwk(openingKey)]
    const vault = await sealVault(
      { openingKeys },
      readers.map((reader) => reader.openingKey),
    )
    await relay.vaults.keep(id, version, vault)
  }
  await reseal(relay.xa, 1, [relay.drafter])
  await reseal(relay.xb, 1, [relay.registrar])
  const ana = await session(relay.drafter, relay.xa)
  const berta = await session(relay.registrar, relay.xb)

  /** The approval that Xaland's policy demands. */
  async function approve(header: string) {
    const { key, credential } = relay.approver
    const claims = { header: await digestOf(header), authority: relay.xa.id }
    const { package: id } = JSON.parse(
      Buffer.from(header.split('.')[1] ?? '', 'base64url').toString(),
    ) as { package: PackageId }
    const declared = NOW.toISOString()
    return [{ approval: await signApproval({ ...claims, package: id, declared }, key), credential }]
  }
  const draftOf = (changes: Partial<Draft> = {}): Draft => ({
    to: [relay.xb.id],
    template: { id: 'mla-request', version: 1 },
    form: { purpose: 'Service of a summons' },
    documents: [
      memoryDocument('summons.pdf', toUtf8('summons '.repeat(50_000))),
      memoryDocument('annex.pdf', toUtf8('annex')),
    ],
    approve,
    ...changes,
  })
  const headerOf = async (id: PackageId) => (await relay.packages.find(id))?.digest ?? ''
  const stepsOf = async (id: PackageId) =>
    (await relay.evidence.chain(await headerOf(id))).map(({ step }) => step)

  return {
    relay,
    ...log,
    lies,
    listening,
    crash,
    sealed,
    ana,
    berta,
    session,
    /** Stores a version of an authority's vault, sealed to these officers. */
    reseal,
    draftOf,
    headerOf,
    stepsOf,
    port: (officer?: Officer) => portRelay(parts, officer),
    /** Sent by Ana, and there for Berta. */
    async sent(changes: Partial<Draft> = {}): Promise<PackageId> {
      const id = await composePackage(ana, draftOf(changes))
      await deliverPackage(ana, id)
      await relay.consign({ header: await headerOf(id) })
      return id
    },
    /** Puts everything under a checkpoint, stamped. */
    async settle() {
      while ((await log.sequence()).outcome !== 'quiet');
      const newest = await log.log.newestCheckpoint()
      if (newest === undefined) throw new Error('nothing was logged')
      const token = Buffer.from(await sampleToken(newest.note, relay.clock.now()), 'base64')
      await log.timestamps.keep({ size: newest.size, authority: 'tsa', token, at: NOW })
    },
  }
}
export type Constellation = Awaited<ReturnType<typeof constellation>>
