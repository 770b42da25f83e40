import { digestOf } from '#crypto/bytes/sha256.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { formatTrustList, type TrustList } from '#crypto/directory/trust-list.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { SigningKey } from '#crypto/keys/key.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { formatVerifierKey, noteKey } from '#crypto/transparency/note-key.js'
import { sampleBundle, type StoryOptions, worldTrust } from '#test/support/world/sample-bundle.js'
import { after, NOW } from '#test/support/world/moments.js'
import { withAbsence } from '#test/support/world/sample-absence.js'
import { ORIGIN } from '#test/support/world/sample-log.js'
import { sampleOcspResponse } from '#test/support/world/sample-ocsp.js'
import { withTranslation } from '#test/support/world/sample-translation.js'
import { acceptedAt, nextEntry, withNewKey } from '#test/support/world/next-entry.js'
import { twinned } from '#test/support/world/twinned.js'
import { relayOf, world } from '#test/support/world/world.js'
import { type Change, changed } from './changed-bundle.js'
import { translations } from './disputed-translations.js'
import { readExamples } from './page.js'
import type { Asked } from './second-verifier.js'

type Log = NonNullable<ProofBundle['log']>

const withLog =
  (change: (log: Log) => Partial<Log>): Change =>
  (bundle) => ({
    ...bundle,
    log: bundle.log && { ...bundle.log, ...change(bundle.log) },
  })

const firstChanged = ([head = '', ...tail]: readonly string[], part: 1 | 2 = 2) => [
  changed(head, part),
  ...tail,
]

const changes: Record<string, Change> = {
  'a header whose signature is another': (b) => ({ ...b, header: changed(b.header, 2) }),
  'a header whose payload is another': (b) => ({ ...b, header: changed(b.header, 1) }),
  'a header with a newline behind': (b) => ({ ...b, header: `${b.header}\n` }),
  'a header where the receipt belongs': (b) => ({ ...b, receipts: [b.header] }),
  'a forged credential': (b) => ({ ...b, credentials: firstChanged(b.credentials) }),
  'no credential of the drafter': (b) => ({ ...b, credentials: b.credentials.slice(1) }),
  'a forged approval': (b) => ({ ...b, approvals: firstChanged(b.approvals) }),
  'no approval': (b) => ({ ...b, approvals: [] }),
  'a forged entry': (b) => ({ ...b, entries: firstChanged(b.entries) }),
  'no entry of the sender': (b) => ({ ...b, entries: b.entries.slice(1) }),
  'no entry of the relay': (b) => ({ ...b, entries: b.entries.slice(0, -1) }),
  'forged evidence': (b) => ({ ...b, evidence: firstChanged(b.evidence) }),
  'evidence with a hole': (b) => ({ ...b, evidence: b.evidence.toSpliced(1, 1) }),
  'evidence cut short': (b) => ({ ...b, evidence: b.evidence.slice(0, -1) }),
  'evidence in another order': (b) => ({ ...b, evidence: b.evidence.toReversed() }),
  'no evidence': (b) => ({ ...b, evidence: [] }),
  'a forged receipt': (b) => ({ ...b, receipts: firstChanged(b.receipts) }),
  'no receipt': (b) => ({ ...b, receipts: [] }),
  'another salt': (b) => ({
    ...b,
    disclosure: b.disclosure && { ...b.disclosure, salt: 'A'.repeat(43) },
  }),
  'another digest told': (b) => ({
    ...b,
    disclosure: b.disclosure && { ...b.disclosure, manifestDigest: 'a'.repeat(64) },
  }),
  'a leaf somewhere else': withLog(({ leaves: [leaf, ...others] }) => ({
    leaves: leaf ? [{ ...leaf, index: leaf.index + 1 }, ...others] : [],
  })),
  'a path cut short': withLog(({ leaves: [leaf, ...others] }) => ({
    leaves: leaf ? [{ ...leaf, path: leaf.path.slice(1) }, ...others] : [],
  })),
  'no leaves': withLog(() => ({ leaves: [] })),
  'a checkpoint of another size': withLog(({ checkpoint }) => ({
    checkpoint: checkpoint.replace(/\n(\d+)\n/, (_, size: string) => `\n${Number(size) + 1}\n`),
  })),
  'evidence twice': (b) => ({ ...b, evidence: [...b.evidence, ...b.evidence] }),
  'no time-stamp': (b) => ({ ...b, timestamps: [] }),
  'a time-stamp over something else': (b) => ({
    ...b,
    timestamps: b.timestamps.map((token) => `${token.slice(0, 2000)}AAAA${token.slice(2004)}`),
  }),
  'no log, but time-stamps': (b) => ({ ...b, log: null }),
  'a story with another credential of each key': twinned,
  'a member that nobody knows': (b) => ({ ...b, comment: 'all is well' }),
  'another version': (b) => ({ ...b, version: 2 }),
}

const stories: Record<string, StoryOptions> = {
  'a whole story': {},
  'a story whose salt is not told': { told: 'nothing' },
  'a story without an answer': { receipt: false },
  'a story that ends in a rejection': {
    receipt: { outcome: 'rejected', reason: 'Not for this authority' },
  },
  'a submission that was rejected': { steps: [{ code: 'A.2' }], receipt: false },
  'a receipt over other content': { receipt: { manifest: 'b'.repeat(64) } },
}

type Case = Asked & { readonly name: string }

/** What later versions of the sender's entry say of what rests on the first. */
async function superseding(whole: ProofBundle): Promise<Record<string, ProofBundle>> {
  const { xa } = await world()
  const { keys } = await withNewKey(xa, 'credentials')
  const second = await nextEntry(xa, { keys })
  const later = await nextEntry(xa, { keys, validFrom: after(NOW, 60).toISOString() })
  const ended = await nextEntry(xa, { validTo: NOW.toISOString() })
  const stricter = await nextEntry(xa, { policy: { approvals: 2 } })
  const third = await nextEntry(xa, { version: 3, supersedes: await digestOf(second) })
  const and = (entries: readonly string[], ...evidence: string[]) => ({
    ...whole,
    entries: [...whole.entries, ...entries],
    evidence: [...whole.evidence, ...evidence],
  })
  return {
    'a key that a later version took back': and([second]),
    'a key that a later version took back, told in time': and(
      [second],
      await acceptedAt(second, xa, NOW),
    ),
    'a key that a later version took back, told afterwards': and(
      [second],
      await acceptedAt(second, xa, after(NOW, 60)),
    ),
    'a key that a version after the story took back': and([later]),
    'a key that a third version gave again': and([second, third]),
    'a later version that had ended': and([ended]),
    'a later version with a stricter policy': and([stricter]),
    'two second versions': and([second, stricter]),
    'a third version that continues another second': and([stricter, third]),
  }
}

const absences: Record<string, (silent: ProofBundle, whole: ProofBundle) => Promise<ProofBundle>> =
  {
    'a statement of absence': (silent) => withAbsence(silent),
    'a statement of absence that a receipt contradicts': (_, whole) => withAbsence(whole),
    'a statement of absence that lists too little': (silent) =>
      withAbsence(silent, { lie: { evidence: [] } }),
    'a statement of absence about another header': (silent) =>
      withAbsence(silent, { lie: { header: 'ab'.repeat(32) } }),
    'a forged statement of absence': async (silent) => {
      const told = await withAbsence(silent)
      const [first] = told.absences ?? []
      return {
        ...told,
        absences: first ? [{ ...first, statement: changed(first.statement, 2) }] : [],
      }
    },
    'a statement of absence in version 1': async (silent) => ({
      ...(await withAbsence(silent)),
      version: 1,
    }),
  }

/**
 * Bundles, honest and not, on which two verifiers have to agree.
 *
 * One world, one whole story and one without an answer: what differs between two cases is what they name.
 */
export async function disputedBundles(): Promise<readonly Case[]> {
  const page = readExamples()
  const trust = formatTrustList(await worldTrust())
  const { relay, root, xa, xb, drafter } = await world()
  const [whole, silent] = [await sampleBundle(), await sampleBundle({ receipt: false })]
  const made: Case[] = [
    {
      name: 'the bundle of the page',
      bundle: JSON.stringify(page.json('bundle')),
      trust: JSON.stringify(page.json('trust')),
    },
  ]
  const add = (name: string, bundle: unknown, list = trust) =>
    made.push({ name, bundle: JSON.stringify(bundle), trust: list })
  for (const [name, options] of Object.entries(stories)) add(name, await sampleBundle(options))
  for (const [name, change] of Object.entries(changes)) add(name, await change(whole))
  for (const [name, told] of Object.entries(absences)) add(name, await told(silent, whole))
  for (const [name, bundle] of Object.entries(await superseding(whole))) add(name, bundle)
  const disclosed = await sampleBundle({ told: 'first part' })
  for (const [name, [options, change]] of Object.entries(translations)) {
    const bundle = await withTranslation(disclosed, options)
    add(name, change ? await change(bundle) : bundle)
  }
  const observer = await relayOf(root, 'zz.second')
  const entries = [...disclosed.entries, observer.entry.statement]
  add(
    'a translation that another relay observed',
    await withTranslation({ ...disclosed, entries }, { observer }),
  )
  const { roots } = page.json('trust') as { roots: string[] }
  add('a trust list that names others', whole, formatTrustList({ roots, timestampRoots: roots }))
  const naming = async (origin: string, key: SigningKey) => ({
    ...(await worldTrust()),
    logs: [formatVerifierKey(await noteKey(origin, 'note', key))],
  })
  const logs: Record<string, TrustList> = {
    'a trust list that names its log': await naming(ORIGIN, relay.logKey),
    'a trust list that names a log of another name': await naming('xx.other/log', relay.logKey),
    'a trust list that names another’s log of that name': await naming(
      ORIGIN,
      await generateSigningKey('x25519'),
    ),
  }
  for (const [name, list] of Object.entries(logs)) add(name, whole, formatTrustList(list))
  const ocspResponses = await Promise.all(
    [xa, xb].map(({ identity }) =>
      sampleOcspResponse(identity.chain[0] ?? '', root, {
        thisUpdate: after(NOW, -3600),
        nextUpdate: after(NOW, 86_400),
      }),
    ),
  )
  add('OCSP responses about its certificates', { ...whole, version: 3, ocspResponses })
  add('OCSP responses in a version without them', { ...whole, version: 2, ocspResponses })
  add('no OCSP responses in the version that has them', { ...whole, version: 3, ocspResponses: [] })
  const second = await relayOf(root, 'zz.second')
  const stray = await issueEvidence(
    {
      about: 'directory',
      code: 'X.1',
      time: after(NOW, 1).toISOString(),
      issuer: second.id,
      authority: second.id,
      subject: second.entry.digest,
    },
    second.evidenceKey,
  )
  const revocation = await signRevocation(
    {
      authority: xa.id,
      kid: drafter.key.kid,
      reason: 'compromised',
      since: after(NOW, -60).toISOString(),
      declared: NOW.toISOString(),
    },
    xa.credentialsKey,
  )
  const subject = await digestOf(revocation)
  for (const teller of [relay, second]) {
    const told = await issueEvidence(
      {
        about: 'directory',
        code: 'X.3',
        time: after(NOW, 3600).toISOString(),
        issuer: teller.id,
        authority: xa.id,
        subject,
      },
      teller.evidenceKey,
    )
    add(`a revocation of which ${teller.id} was told later`, {
      ...whole,
      entries: [...whole.entries, second.entry.statement],
      revocations: [revocation],
      evidence: [...whole.evidence, told],
    })
  }
  add('evidence of another relay in front', {
    ...whole,
    entries: [second.entry.statement, ...whole.entries],
    evidence: [stray, ...whole.evidence],
  })
  const twice = JSON.stringify(whole).replace('{', '{"version":1,')
  made.push({ name: 'a member named twice', bundle: twice, trust })
  return made
}
