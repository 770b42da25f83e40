import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { transform } from 'esbuild'
import { letterPdf } from '#client/files/letter-pdf.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'

const run = promisify(execFile)
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The snippet under "## SDK", as whoever reads the page would copy it. */
async function snippetOfReadme(): Promise<string> {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8')
  const [, snippet] = /^## SDK$[^]*?^```ts\n([^]*?)^```$/m.exec(readme) ?? []
  if (snippet === undefined) throw new Error('README.md has no snippet under "## SDK"')
  return snippet
}

/** A project of somebody else, with our package installed and a relay's homes beside it. */
describe('the snippet of README.md', function () {
  this.timeout(600_000)
  let all: Constellation
  let project: string
  let snippet: string

  before(async () => {
    snippet = await snippetOfReadme()
    all = await constellation()
    project = await mkdtemp(join(tmpdir(), 'rogatory-sdk-'))
    await mkdir(join(project, 'node_modules'))
    await symlink(ROOT, join(project, 'node_modules', 'rogatory'))
    await symlink(all.data, join(project, '.rogatory'))
    await writeFile(join(project, 'package.json'), '{ "type": "module" }')
    await writeFile(join(project, 'integration.ts'), snippet)
    await writeFile(join(project, 'request.pdf'), letterPdf(['Request']))
  })
  after(async () => {
    await all.close()
    await rm(project, { recursive: true, force: true })
  })

  it('does the whole job in ten lines', () => {
    const lines = snippet.split('\n').filter((line) => /^[a-z]/.test(line))
    expect(lines.filter((line) => !line.startsWith('import'))).to.have.length.within(1, 10)
  })

  it('is the file beside this test, which is type-checked with everything else', async () => {
    const file = join(ROOT, 'test', 'client', 'snippet-of-readme.ts')
    expect(await readFile(file, 'utf8')).to.equal(snippet)
  })

  it('sends, opens, acknowledges and proves, with a real relay and the built code', async () => {
    const { code } = await transform(snippet, { loader: 'ts', format: 'esm' })
    await writeFile(join(project, 'integration.js'), code)
    const { stdout } = await run(process.execPath, ['integration.js'], { cwd: project })
    expect(stdout).to.equal('proved\n')
    const sent = await readFile(join(project, 'request.pdf'))
    expect(await readFile(join(project, 'received', 'request.pdf'))).to.deep.equal(sent)
    const bundle = parseBundle(await readFile(join(project, 'request.rogatory-proof')))
    const { verdict, recipients } = await verifyBundle(bundle, all.trust)
    expect(verdict).to.equal('proved')
    expect(recipients).to.deep.equal([{ authority: 'xb.pgo', state: 'accepted' }])
  })
})
