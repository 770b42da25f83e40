import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { formatTrustList, readTrustList } from '#crypto/directory/trust-list.js'
import { CryptoError } from '#crypto/errors.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { readExamples } from '#test/support/protocol/page.js'
import { type Opinion, PROGRAM, secondOpinion } from '#test/support/protocol/second-verifier.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { sampleBundle, type StoryOptions, worldTrust } from '#test/support/world/sample-bundle.js'
import { withAbsence } from '#test/support/world/sample-absence.js'
import { world } from '#test/support/world/world.js'

/** Facts that the second verifier leaves to the first, by its own docstring. */
const LEFT = [
  'checkpoint-consistent',
  'clocks-agree',
  'document-matches',
  'part-disclosed',
  'time-stamps-renewed',
  'checkpoint-witnessed',
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

describe('a second verifier, written from docs/protocol.md', function () {
  this.timeout(120_000)
  const folder = temporaryFolder()

  async function agree(text: string, trust: string): Promise<Opinion> {
    const [first, second] = [
      await firstOpinion(text, trust),
      await secondOpinion(folder.path, text, trust),
    ]
    expect(essentials(second)).to.deep.equal(essentials(first))
    expect(second.verdict).to.equal(first.verdict)
    return second
  }

  it('is short enough to be read in one sitting: under 300 lines, none of them endless', () => {
    const lines = readFileSync(PROGRAM, 'utf8').trimEnd().split('\n')
    expect(lines.length).to.be.below(300)
    expect(Math.max(...lines.map(({ length }) => length))).to.be.at.most(240)
  })

  it('proves the bundle of the page', async () => {
    const page = readExamples()
    const text = JSON.stringify(page.json('bundle'))
    expect((await agree(text, JSON.stringify(page.json('trust')))).verdict).to.equal('proved')
  })

  for (const [name, options] of Object.entries(stories)) {
    it(`agrees with the first on ${name}`, async () => {
      const trust = formatTrustList(await worldTrust())
      await agree(JSON.stringify(await sampleBundle(options)), trust)
    })
  }

  for (const [name, change] of Object.entries(changes)) {
    it(`agrees with the first on ${name}`, async () => {
      const trust = formatTrustList(await worldTrust())
      const bundle = await sampleBundle()
      await agree(JSON.stringify(change(bundle)), trust)
    })
  }

  const absences: Record<
    string,
    (silent: ProofBundle, whole: ProofBundle) => Promise<ProofBundle>
  > = {
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
  for (const [name, told] of Object.entries(absences)) {
    it(`agrees with the first on ${name}`, async () => {
      const trust = formatTrustList(await worldTrust())
      const bundles = [await sampleBundle({ receipt: false }), await sampleBundle()] as const
      await agree(JSON.stringify(await told(...bundles)), trust)
    })
  }

  it('agrees with the first on a member named twice', async () => {
    const trust = formatTrustList(await worldTrust())
    const text = JSON.stringify(await sampleBundle()).replace('{', '{"version":1,')
    expect((await agree(text, trust)).verdict).to.equal('refused')
  })

  it('agrees with the first under a trust list that names others', async () => {
    const { roots } = readExamples().json('trust') as { roots: string[] }
    const trust = formatTrustList({ roots, timestampRoots: roots })
    await world()
    expect((await agree(JSON.stringify(await sampleBundle()), trust)).verdict).to.not.equal(
      'proved',
    )
  })
})
