import { digestOf } from '#crypto/bytes/sha256.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { issueReceipt } from '#crypto/evidence/issue-receipt.js'
import type { Receipt } from '#crypto/evidence/receipt.js'
import { openPackage } from '#crypto/package/open-package.js'
import { disclosePart } from '#crypto/package/commit-part.js'
import type { Draft } from '#crypto/package/draft.js'
import { assembleBundle } from '#crypto/proof/assemble-bundle.js'
import type { Disclosure, ProofBundle } from '#crypto/proof/bundle.js'
import { after, NOW } from './moments.js'
import { type HistoryStep, historyOf } from './sample-history.js'
import { sampleLog, sampleToken } from './sample-log.js'
import { samplePackage } from './sample-package.js'
import { sampleReceipt } from './sample-receipt.js'
import { world } from './world.js'

/** When the time-stamp of the sample's checkpoint was made. */
export const STAMPED = after(NOW, 30)

export type Told = 'nothing' | 'salt' | 'first part' | 'manifest'

export type StoryOptions = {
  readonly draft?: Partial<Draft>
  /** Evidence before the receipt; all good news unless told. */
  readonly steps?: readonly HistoryStep[]
  /** False for a story without an answer. */
  readonly receipt?: Partial<Receipt> | false
  readonly receiptParts?: (parts: Receipt['parts']) => Receipt['parts']
  readonly told?: Told
}

/** Those who are trusted in the world, for identities and for time. */
export async function worldTrust(): Promise<TrustList> {
  const { trust } = await world()
  return { ...trust, timestampRoots: trust.roots }
}

/** The whole story of a package from Xaland to Xbland, as a bundle that proves it. */
export async function sampleBundle(options: StoryOptions = {}): Promise<ProofBundle> {
  const { relay, xa, xb, registrar } = await world()
  const sealed = await samplePackage(options.draft)
  const opened = await openPackage(sealed)
  const said = options.receipt
  const honest = sampleReceipt(opened, xb.id)
  const receipt =
    said === false
      ? undefined
      : await issueReceipt(
          { ...honest, parts: options.receiptParts?.(honest.parts) ?? honest.parts, ...said },
          registrar.key,
        )

  const recipient = xb.id
  const good: HistoryStep[] = [
    { code: 'A.1' },
    { code: 'D.1', recipient },
    { code: 'D.3', recipient },
    { code: 'E.1', recipient },
  ]
  const steps = [...(options.steps ?? good)]
  if (receipt) {
    const code = said && said.outcome === 'rejected' ? 'C.4' : 'C.3'
    steps.push({ code, recipient, subject: await digestOf(receipt) })
  }
  const evidence = await historyOf(sealed.header, steps)

  const log = await sampleLog([...evidence, ...(receipt ? [receipt] : [])], relay.logKey)
  const [approval] = sealed.approvals
  const bundle = await assembleBundle(
    {
      record: {
        header: sealed.header,
        credential: sealed.credential,
        approvals: approval
          ? [{ approval: approval.statement, credential: approval.credential }]
          : [],
        evidence: evidence.map((statement) => ({ statement })),
        receipts: receipt ? [{ receipt, credential: registrar.credential }] : [],
      },
      entries: [],
      credentials: [],
      revocations: [],
      suspensions: [],
      revocationLists: [],
      checkpoint: log.checkpoint,
      leaves: log.leaves,
      timestamps: [await sampleToken(log.checkpoint, STAMPED)],
    },
    disclosureOf(options.told ?? 'salt', opened),
  )
  const entries = [xa, xb, relay].map(({ entry }) => entry.statement)
  return { ...bundle, entries }
}

type Opened = Awaited<ReturnType<typeof openPackage>>

function disclosureOf(told: Told, { manifest }: Opened): Disclosure | undefined {
  if (told === 'nothing') return undefined
  const { salt } = manifest.payload
  const disclosure = { salt, manifestDigest: manifest.digest }
  const [first] = manifest.payload.parts
  if (told === 'first part' && first) return { ...disclosure, parts: [disclosePart(first)] }
  return told === 'salt' ? disclosure : { ...disclosure, manifest: manifest.statement }
}
