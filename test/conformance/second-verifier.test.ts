import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { readTrustList } from '#crypto/directory/trust-list.js'
import { CryptoError } from '#crypto/errors.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { disputedBundles } from '#test/support/protocol/disputed-bundles.js'
import { type Opinion, PROGRAM, secondOpinions } from '#test/support/protocol/second-verifier.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'

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
  'a key that a version after the story took back',
  'a key that a third version gave again',
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

describe('a second verifier, written from docs/protocol.md', function () {
  this.timeout(300_000)
  const folder = temporaryFolder()

  it('is short enough to be read in one sitting: under 300 lines, none of them endless', () => {
    const lines = readFileSync(PROGRAM, 'utf8').trimEnd().split('\n')
    expect(lines.length).to.be.below(300)
    expect(Math.max(...lines.map(({ length }) => length))).to.be.at.most(240)
  })

  it('agrees with the first on every fact that it judges, and proves what is honest and nothing else', async () => {
    const asked = await disputedBundles()
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
