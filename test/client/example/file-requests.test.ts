import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { ClientError } from '#client/core/client-error.js'
import { fileRequests } from '#client/example/file-requests.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'

describe('filing requests into a folder tree', () => {
  const temporary = temporaryFolder()
  let net: Constellation
  let tree: string
  let id: PackageId
  beforeEach(async () => {
    net = await constellation()
    tree = join(temporary.path, `tree-${Math.random()}`)
    id = await net.sent()
    await net.settle()
  })
  const round = () => fileRequests(net.berta, tree)

  /** The one folder of the package, whatever its case is called. */
  async function folderOf(): Promise<string> {
    const sender = join(tree, 'xa.moj')
    const [thread = ''] = await readdir(sender)
    return join(sender, thread, id)
  }

  it('files documents, form, record and proof, once', async () => {
    expect(await round()).to.deep.equal({
      filed: [id],
      proved: [id],
      passedOver: [],
      unsearched: [],
    })
    const folder = await folderOf()
    const [proof = ''] = (await readdir(folder)).filter((name) => name.startsWith('proof-'))
    expect(await readdir(folder)).to.have.members(['documents', 'form.json', 'record.json', proof])
    const record = JSON.parse(await readFile(join(folder, 'record.json'), 'utf8')) as {
      package: string
      documents: { name: string; path: string; length: number; contradicted: string | null }[]
    }
    expect(record.package).to.equal(id)
    expect(record.documents).to.have.length.greaterThan(0)
    for (const { name, path, length, contradicted } of record.documents) {
      // These are texts, whatever they are called.
      expect([contradicted, path]).to.deep.equal(['extension', `documents/${name}.bin`])
      expect((await readFile(join(folder, path))).length).to.equal(length)
    }
    const bundle = parseBundle(await readFile(join(folder, proof)))
    const at = net.berta.platform.now()
    const { facts } = await verifyBundle(bundle, net.berta.trust, { at })
    expect(facts.filter(({ standing }) => standing === 'contradicted')).to.deep.equal([])

    const before = await readFile(join(folder, 'record.json'))
    expect(await round()).to.deep.equal({ filed: [], proved: [], passedOver: [], unsearched: [] })
    expect(await readFile(join(folder, 'record.json'))).to.deep.equal(before)
  })

  it('adds a further proof when more has become of a package', async () => {
    await round()
    await acknowledgePackage(net.berta, id)
    expect((await round()).proved).to.deep.equal([])
    await net.settle()
    expect((await round()).proved).to.deep.equal([id])
    const proofs = (await readdir(await folderOf())).filter((name) => name.startsWith('proof-'))
    expect(proofs).to.have.length(2)
    expect(proofs).to.include('proof-accepted.rogatory-proof')
  })

  it('does again what was cut off, and shows nothing of it meanwhile', async () => {
    const unfinished = join(tree, `.${id}`)
    await mkdir(unfinished, { recursive: true })
    await writeFile(join(unfinished, 'form.json'), 'half')
    expect((await round()).filed).to.deep.equal([id])
    expect(await readdir(tree)).to.deep.equal(['xa.moj'])
    expect(await readFile(join(await folderOf(), 'form.json'), 'utf8')).to.not.equal('half')
  })

  it('files no document that is found malicious, and nothing that cannot be searched', async () => {
    const scan = (code?: 'document-malicious' | 'scanner-failed') => async (path: string) => {
      const isAnnex = (await readFile(path, 'utf8')) === 'annex'
      if (code && isAnnex) throw new ClientError(code, '', '')
    }
    const failing = () => fileRequests(net.berta, tree, scan('scanner-failed'))
    expect((await failing()).unsearched).to.deep.equal([id])
    expect(await readdir(tree)).to.deep.equal([`.${id}`])
    expect((await fileRequests(net.berta, tree, scan('document-malicious'))).filed).to.deep.equal([
      id,
    ])
    const folder = await folderOf()
    expect(await readdir(join(folder, 'documents'))).to.deep.equal(['summons.pdf.bin'])
    const { documents } = JSON.parse(await readFile(join(folder, 'record.json'), 'utf8')) as {
      documents: { path: string | null; malicious: boolean }[]
    }
    expect(documents.map(({ path, malicious }) => [path, malicious])).to.deep.equal([
      ['documents/summons.pdf.bin', false],
      [null, true],
    ])
  })

  it('files what others send though one document breaks the scanner, and ends where it is broken itself', async () => {
    const others = [await net.sent(), await net.sent()]
    await net.settle()
    let scans = 0
    const breaksOver = (count: number) => () =>
      (scans += 1) <= count
        ? Promise.reject(new ClientError('scanner-failed', '', ''))
        : Promise.resolve()
    const { filed, unsearched } = await fileRequests(net.berta, tree, breaksOver(1))
    expect([filed.length, unsearched.length]).to.deep.equal([2, 1])
    expect([...filed, ...unsearched]).to.have.members([id, ...others])
    const elsewhere = `${tree}-2`
    scans = 0
    const broken = () => fileRequests(net.berta, elsewhere, breaksOver(Infinity))
    expect(await codeOf(broken)).to.equal('scanner-failed')
    expect(scans, 'one for each package').to.equal(3)
  })

  it('passes over what the relay does not give out any more', async () => {
    await net.relay.packages.removeEnvelope(
      (await net.relay.packages.find(id))?.digest ?? '',
      net.relay.clock.now(),
    )
    expect(await round()).to.deep.equal({ filed: [], proved: [], passedOver: [id], unsearched: [] })
    expect(await readdir(tree)).to.deep.equal([])
  })
})
