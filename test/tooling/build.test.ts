import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { expect } from 'chai'
import { checkout } from './support/start-supervised.js'

const build = () => execFileSync(process.execPath, ['tooling/build.mjs'], { cwd: checkout })
const probe = join(checkout, 'config', `probe-${process.pid}.ts`)
const built = join(checkout, 'dist', 'config', `probe-${process.pid}.js`)

const programs = join(checkout, 'dist', 'programs')

/** The sources of all that a program loads at its start: by import statements, not by what it imports later. */
function loadedBy(program: string, known = new Set<string>()): readonly string[] {
  known.add(program)
  const text = readFileSync(join(programs, program), 'utf8')
  const map = readFileSync(join(programs, `${program}.map`), 'utf8')
  const parts = [...text.matchAll(/^(?:import|\} from) ?"\.\/([^"]+)";$/gm)].flatMap(
    ([, part = '']) => (known.has(part) ? [] : loadedBy(part, known)),
  )
  return [...(JSON.parse(map) as { sources: string[] }).sources, ...parts]
}

describe('the build', function () {
  this.timeout(300_000)
  afterEach(() => rmSync(probe, { force: true }))
  after(build)

  it('transpiles file by file, keeps specifiers, and maps back to the source; removes what has none any more', () => {
    writeFileSync(
      probe,
      "import { hasSecrets } from '#config/secrets.js'\nexport const probe: typeof hasSecrets = hasSecrets\n",
    )
    build()
    const text = readFileSync(built, 'utf8')
    expect(text)
      .to.match(/from ["']#config\/secrets\.js["']/)
      .and.not.to.contain('typeof')
    const map = JSON.parse(readFileSync(`${built}.map`, 'utf8')) as { sources: string[] }
    expect(map.sources).to.deep.equal([`../../config/probe-${process.pid}.ts`])
    const run = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', `await import(${JSON.stringify(built)})`],
      {
        cwd: checkout,
      },
    )
    expect(run.status, run.stderr.toString()).to.equal(0)
    rmSync(probe)
    build()
    expect([existsSync(built), existsSync(`${built}.map`)]).to.deep.equal([false, false])
  })

  it('bundles the programs: packages that must be one copy stay outside, maps name our sources', () => {
    const names = readdirSync(programs)
    const scripts = names.filter((name) => name.endsWith('.js'))
    expect(readFileSync(join(checkout, 'dist/server/main.js'), 'utf8')).to.match(
      /\nawait import\('\.\.\/programs\/server-main\.js'\)\n$/,
    )
    const text = scripts.map((name) => readFileSync(join(programs, name), 'utf8')).join('\n')
    expect(text)
      .to.match(/from ["']mongoose["']/)
      .and.not.match(/from ["'](zod|jose|#\w+\/.*)["']/)
    const map = readFileSync(join(programs, 'server-main.js.map'), 'utf8')
    const { sources } = JSON.parse(map) as { sources: string[] }
    expect(sources).to.include('../../server/main.ts')
    expect(scripts.filter((name) => !names.includes(`${name}.map`))).to.deep.equal([])
  })

  it('has no program load what it does not need: what a relay verifies with makes no certificates, and says nothing in forty languages', () => {
    build()
    const relay = loadedBy('server-main.js')
    const command = loadedBy('client-cli-main.js')
    expect(relay).to.include('../../crypto/pki/verify-chain.ts')
    expect(
      relay.filter((source) => /node_modules\/(node-forge|pkijs)\//.test(source)),
    ).to.deep.equal([])
    // Loaded when somebody uploads first, and where somebody asks for metrics.
    const later = /server\/(http\/uploads\/tus-server|observability\/meters)\.ts$/
    expect(relay.filter((source) => later.test(source))).to.deep.equal([])
    for (const sources of [relay, command]) {
      expect(sources).to.include('../../node_modules/zod/v4/core/schemas.js')
      expect(sources.filter((source) => /zod\/v4\/locales\/(?!en\.)/.test(source))).to.deep.equal(
        [],
      )
    }
  })

  it('keeps the bundles of the build before, which a program that runs may import, and no others', () => {
    const list = join(checkout, 'dist', '.stamp-programs')
    const { now } = JSON.parse(readFileSync(list, 'utf8')) as { now: readonly string[] }
    const [older, stray] = ['older', 'stray'].map((name) => `dist/programs/${name}.js`)
    for (const path of [older, stray]) writeFileSync(join(checkout, path ?? ''), '')
    writeFileSync(list, JSON.stringify({ now, before: [older] }))
    writeFileSync(probe, 'export const probe = 1\n')
    build()
    const isThere = [older, stray].map((path) => existsSync(join(checkout, path ?? '')))
    rmSync(join(checkout, older ?? ''))
    expect(isThere).to.deep.equal([true, false])
  })

  it('has a program keep what was compiled beside the code, where Node can', () => {
    build()
    const cache = join(checkout, 'dist', '.compile-cache')
    rmSync(cache, { recursive: true, force: true })
    const command = join(checkout, 'dist', 'client', 'cli', 'main.js')
    const help = execFileSync(process.execPath, [command, '--help'], { encoding: 'utf8' })
    expect(help).to.match(/^Usage: rogatory/)
    expect(existsSync(cache)).to.equal('enableCompileCache' in module)
  })

  it('does nothing when nothing changed', () => {
    build()
    const stamp = join(checkout, 'dist', '.stamp')
    const before = statSync(stamp).mtimeMs
    build()
    expect(statSync(stamp).mtimeMs).to.equal(before)
  })
})
