import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { formatTrustList, readTrustList, type TrustList } from '#crypto/directory/trust-list.js'
import { CryptoError } from '#crypto/errors.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { SigningKey } from '#crypto/keys/key.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { formatVerifierKey, noteKey } from '#crypto/transparency/note-key.js'
import { readExamples } from '#test/support/protocol/page.js'
import {
  type Asked,
  type Opinion,
  PROGRAM,
  secondOpinions,
} from '#test/support/protocol/second-verifier.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { sampleBundle, type StoryOptions, worldTrust } from '#test/support/world/sample-bundle.js'
import { after, NOW } from '#test/support/world/moments.js'
import { withAbsence } from '#test/support/world/sample-absence.js'
import { ORIGIN } from '#test/support/world/sample-log.js'
import { sampleOcspResponse } from '#test/support/world/sample-ocsp.js'
import { type TranslationOptions, withTranslation } from '#test/support/world/sample-translation.js'
import { twinned } from '#test/support/world/twinned.js'
import { relayOf, world } from '#test/support/world/world.js'

/** Facts that the second verifier leaves to the first, by its own docstring. */
const LEFT = [
  'checkpoint-consistent',
  'clocks-agree',
  'document-matches',
  'part-disclosed',
  'time-stamps-renewed',
  'checkpoint-witnessed',
  'translation-reviewed',
  'original-prevails',
  'translation-source',
  'translation-target',
  'translation-superseded',
]

async function firstOpinion(text: string, trust: string): Promise<Opinion> {
  try {
    const { verdict, facts } = await verifyBundle(parseBundle(toUtf8(text)), readTrustList(trust))
    return { verdict, facts: facts.map(({ fact, standing }) => [fact, standing] as const) }
  } catch (error) {
    if (error instanceof CryptoError && error.code === 'proof/malformed') {
      return { verdict: 'refused', facts: [['refused', 'refused']] }
    }
    throw error
  }
}

const essentials = ({ facts }: Opinion) =>
  facts
    .filter(([fact]) => !LEFT.includes(fact))
    .map((fact) => fact.join(' '))
    .toSorted()

type Change = (bundle: ProofBundle) => unknown
type Log = NonNullable<ProofBundle['log']>

const withLog =
  (change: (log: Log) => Partial<Log>): Change =>
  (bundle) => ({
    ...bundle,
    log: bundle.log && { ...bundle.log, ...change(bundle.log) },
  })

/** Another character of the same part of a statement. */
function changed(statement: string, part: 1 | 2): string {
  const parts = statement.split('.')
  const text = parts[part] ?? ''
  const at = Math.floor(text.length / 2)
  parts[part] = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
  return parts.join('.')
}
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

const PROVED = [
  'the bundle of the page',
  'a whole story',
  'a story that ends in a rejection',
  'a submission that was rejected',
  'evidence in another order',
  'a trust list that names its log',
  'OCSP responses about its certificates',
  'evidence of another relay in front',
  'a translation',
  'a translation that was recalled',
  'a translation of copies that were deleted since',
  'a translation with another credential of each key',
  'a story with another credential of each key',
]
const REFUSED = [
  'a member named twice',
  'a member that nobody knows',
  'a statement of absence in version 1',
  'another version',
  'evidence twice',
  'no OCSP responses in the version that has them',
  'OCSP responses in a version without them',
  'a translation in version 3',
]

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

/** Handed off before there was a package. */
const COPIES = { header: null, sender: AuthorityId.parse('xb.pgo') }

/** In this order: who wrote it, who approved it, who handed it off and signed the receipt, translator, reviewer. */
const withoutCredential =
  (place: number): Change =>
  (b) => ({ ...b, credentials: b.credentials.toSpliced(place, 1) })

const XC = AuthorityId.parse('xc.court')

const translations: Record<string, readonly [TranslationOptions, Change?]> = {
  'a translation': [{}],
  'a translation that was recalled': [{ recalled: 'breach' }],
  'a translation by somebody without the role': [{ roles: ['case'] }],
  'a certified statement that is not logged': [{ unlogged: true }],
  'a certified statement that the relay did not record': [{ without: ['H.9', 'H.10'] }],
  'evidence of a hand-off with a hole': [{ without: ['H.7'] }],
  'a translation without credentials': [
    {},
    (b) => ({ ...b, credentials: b.credentials.slice(0, 3) }),
  ],
  'evidence of a hand-off that is not there': [
    {},
    (b) => ({ ...b, translations: undefined, version: 1 }),
  ],
  'a forged certified statement': [
    {},
    (b) => ({
      ...b,
      translations: b.translations?.map((one) => ({
        ...one,
        certified: changed(one.certified ?? '', 2),
      })),
    }),
  ],
  'a translation of copies that were deleted since': [{ source: COPIES, deleted: 1 }],
  'a translation in version 3': [{}, (b) => ({ ...b, version: 3 })],
  'a translation with another credential of each key': [{}, twinned],
  'a translation that nobody is shown to have handed off': [{}, withoutCredential(2)],
  'a translation that nobody is shown to have reviewed': [{}, withoutCredential(4)],
  'a translation handed off in the name of another authority': [{ handoff: { authority: XC } }],
  'a translation whose evidence names another authority': [{ handoff: { authority: XC } }, twinned],
  'a translation that only a certificate of deletion names': [
    {
      source: COPIES,
      steps: (legal) => [...legal.slice(0, 4), ['R.1', legal[4]?.[1] ?? '']],
    },
  ],
  'a translation that was certified after a recall that is not here': [
    {
      recalled: 'breach',
      steps: (legal) => [...legal.slice(0, 4), ...legal.slice(-1), ...legal.slice(4, 5)],
    },
    (b) => ({
      ...b,
      translations: b.translations?.map((one) => ({ ...one, acts: one.acts.slice(0, -1) })),
    }),
  ],
  'evidence of a hand-off with a hole before it was certified': [{ without: ['H.2'] }],
}

/** One world, one whole story and one without an answer: what differs between two cases is what they name. */
async function cases(): Promise<readonly Case[]> {
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
      ...{ about: 'directory', code: 'X.1', time: after(NOW, 1).toISOString() },
      ...{ issuer: second.id, authority: second.id, subject: second.entry.digest },
    },
    second.evidenceKey,
  )
  const revocation = await signRevocation(
    {
      ...{ authority: xa.id, kid: drafter.key.kid, reason: 'compromised' },
      ...{ since: after(NOW, -60).toISOString(), declared: NOW.toISOString() },
    },
    xa.credentialsKey,
  )
  const subject = await digestOf(revocation)
  for (const teller of [relay, second]) {
    const told = await issueEvidence(
      {
        ...{ about: 'directory', code: 'X.3', time: after(NOW, 3600).toISOString() },
        ...{ issuer: teller.id, authority: xa.id, subject },
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

describe('a second verifier, written from docs/protocol.md', function () {
  this.timeout(300_000)
  const folder = temporaryFolder()

  it('is short enough to be read in one sitting: under 300 lines, none of them endless', () => {
    const lines = readFileSync(PROGRAM, 'utf8').trimEnd().split('\n')
    expect(lines.length).to.be.below(300)
    expect(Math.max(...lines.map(({ length }) => length))).to.be.at.most(240)
  })

  it('agrees with the first on every fact that it judges, and proves what is honest and nothing else', async () => {
    const asked = await cases()
    expect(asked.length).to.be.greaterThan(45)
    // One process: most of each case is what the one before was, and openssl is asked once.
    const said = await secondOpinions(folder.path, asked)
    for (const [i, { name, bundle, trust }] of asked.entries()) {
      const [first, second] = [await firstOpinion(bundle, trust), said[i]]
      if (!second) throw new TypeError(`no opinion on ${name}`)
      expect(essentials(second), name).to.deep.equal(essentials(first))
      expect(second.verdict, name).to.equal(first.verdict)
    }
    const with_ = (verdict: string) =>
      asked.flatMap(({ name }, i) => (said[i]?.verdict === verdict ? [name] : []))
    expect(with_('proved')).to.have.members(PROVED)
    expect(with_('refused')).to.have.members(REFUSED)
  })
})
