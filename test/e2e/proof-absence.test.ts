import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { exportProof } from '#client/core/proof/export-proof.js'
import type { Session } from '#client/core/session/session.js'
import { loadSecrets } from '#config/secrets.js'
import { Absence } from '#crypto/evidence/absence.js'
import { issueAbsence } from '#crypto/evidence/issue-absence.js'
import { AuthorityId, type PackageId } from '#crypto/fields/fields.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { readPieces } from '#crypto/proof/pieces.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { openCheckpoint } from '#crypto/transparency/checkpoint.js'
import { relayFolder } from '#server/init/initialise-relay.js'
import { codeOf } from '#test/support/code-of.js'
import { rogatory } from '#test/support/constellation/command.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'
import { documents } from './json-documents.js'

const XB = AuthorityId.parse('xb.pgo')

/** A sender who has no answer, a recipient who gave one later, and a relay that would deny it. */
describe('proof of absence, from a real relay to a court', function () {
  this.timeout(300_000)
  let all: Constellation
  let alma: Session, yusuf: Session
  let id: PackageId
  const at = (name: string) => join(all.data, `${name}.rogatory-proof`)
  const read = async (name: string) => parseBundle(new Uint8Array(await readFile(at(name))))

  before(async () => {
    all = await constellation({ from: 'sources' })
    alma = await all.officer('xa')
    yusuf = await all.officer('xb')
    const template = { id: 'mla-request', version: 1 }
    id = await composePackage(alma, { to: [XB], template, form: {}, documents: [] })
    await deliverPackage(alma, id)
  })
  after(() => all.close())

  async function court(first: string, second: string) {
    const trust = ['--trust', join(all.data, 'trust.json')]
    const words = ['--json', 'verify', at(first), '--against', at(second), ...trust]
    const run = await rogatory(words)
    const { findings } = documents.comparison.parse(JSON.parse(run.stdout))
    return { code: run.code, findings }
  }

  it('is the relay’s signed word while nobody has answered', async () => {
    const words = ['proof', 'absence', id, '--recipient', XB, '--out', at('mine')]
    const run = await rogatory(['--home', all.home('xa'), ...words])
    expect(run, run.stderr).to.include({ code: 0 })
    expect(run.stdout)
      .to.match(/✓ proved +absence-stated/)
      .and.match(/\? claimed +receipt-absent/)
  })

  it('is refused once there is a receipt, which contradicts no earlier word', async () => {
    await acknowledgePackage(yusuf, id)
    const { octets } = await exportProof(yusuf, id, { withinMs: 90_000 })
    await writeFile(at('theirs'), octets)
    const asking = () => exportProof(alma, id, { withinMs: 90_000, absentFrom: [XB] })
    expect(await codeOf(asking)).to.equal('receipt-present')

    const { code, findings } = await court('mine', 'theirs')
    expect(code).to.equal(7)
    const [later] = findings.filter(({ finding }) => finding === 'receipt-later')
    expect(later).to.deep.include({ standing: 'second' })
    expect(findings.filter(({ standing }) => standing === 'contradiction')).to.deep.equal([])
  })

  it('convicts a relay that signs it all the same, by the recipient’s bundle', async () => {
    const [mine, theirs] = [await read('mine'), await read('theirs')]
    await writeFile(at('lie'), serialiseBundle(await denied(mine, theirs)))
    const { code, findings } = await court('lie', 'theirs')
    expect(code).to.equal(4)
    const contradictions = findings.filter(({ standing }) => standing === 'contradiction')
    expect(contradictions.map(({ finding, against }) => [finding, against])).to.deep.equal([
      ['absence-false', 'zz.relay'],
    ])
    const [{ text } = { text: '' }] = contradictions
    expect(text).to.contain('the second bundle shows receipt accepted about that recipient')
  })

  /** The operator's key signs that the log of after the receipt does not hold it; all else is real. */
  async function denied(mine: ProofBundle, theirs: ProofBundle): Promise<ProofBundle> {
    const [told] = mine.absences ?? []
    if (!told || !mine.log || !theirs.log) throw new TypeError('a bundle without log')
    const before = Absence.parse((await readStatement(told.statement)).payload)
    const { evidence } = await readPieces(theirs)
    const places = new Map(theirs.log.leaves.map(({ digest, index }) => [digest, index]))
    const admitted = evidence.flatMap(({ digest, claims }) =>
      claims.about === 'package' && claims.recipient === XB && claims.code !== 'C.3'
        ? [{ digest, code: claims.code, index: places.get(digest) ?? 0 }]
        : [],
    )
    const statement = await issueAbsence(
      {
        ...before,
        time: new Date().toISOString(),
        checkpoint: theirs.log.checkpoint,
        evidence: admitted.toSorted((a, b) => a.index - b.index),
      },
      await importSigningKey((await loadSecrets(relayFolder(all.data))).evidenceKey),
    )
    const key = await all.logKey()
    const [from, to] = [
      await openCheckpoint(mine.log.checkpoint, key),
      await openCheckpoint(theirs.log.checkpoint, key),
    ]
    const query = { from: from.size, to: to.size }
    const { path } = await alma.relay.call('readConsistency', { query })
    const lie = { statement, path: [...path], timestamps: theirs.timestamps }
    return { ...mine, absences: [lie] }
  }
})
