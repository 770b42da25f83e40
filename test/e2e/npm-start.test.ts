import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { checkout } from '#test/support/constellation/product-process.js'
import { survivors } from '../config/services/support/run-module.js'

/** The first minutes of whoever clones this: in a copy of the checkout, whose name even holds a space. */
describe('npm start', function () {
  this.timeout(600_000)
  let folder = ''
  const started: ChildProcess[] = []

  before(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'rogatory-start-')), 'a copy')
    for (const name of ['client', 'config', 'crypto', 'server', 'workers', 'tooling']) {
      await cp(join(checkout, name), join(folder, name), {
        recursive: true,
        preserveTimestamps: true,
      })
    }
    for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
      await cp(join(checkout, name), join(folder, name))
    }
    await symlink(join(checkout, 'node_modules'), join(folder, 'node_modules'))
    await mkdir(join(folder, '.services'))
    await symlink(join(checkout, '.services', 'packages'), join(folder, '.services', 'packages'))
  })
  after(async () => {
    for (const child of started) child.kill('SIGKILL')
    await rm(dirname(folder), { recursive: true, force: true })
  })

  /** Runs it until it is ready. */
  async function start() {
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] }
    const child = spawn(process.execPath, ['tooling/start.mjs'], { cwd: folder, env })
    started.push(child)
    let printed = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    }
    const exitCode = new Promise<number | null>((resolve) => child.once('close', resolve))
    while (!printed.includes('Ready. Ctrl-C stops everything.')) {
      if (child.exitCode !== null) throw new Error(`it ended: ${printed}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return { child, printed, exitCode, pids: await descendants(child.pid ?? 0) }
  }

  const exchangeIn = (printed: string) => /played: package (\S+)/.exec(printed)?.[1]
  /** As typed into a shell, in the folder of the checkout. */
  const paste = (line: string) =>
    execFileSync('sh', ['-c', line], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString()

  it('enrols, plays the example, and prints commands that work when they are pasted', async () => {
    const { child, printed, exitCode, pids } = await start()
    const commands = printed.split('\n').filter((line) => line.startsWith('  npx rogatory '))
    expect(commands).to.have.length(9)
    for (const line of commands) {
      // It ends with Ctrl-C only.
      const said = paste(line.endsWith(' watch') ? `${line} --count 1` : line)
      expect(said.length, line).to.be.greaterThan(40)
      if (line.includes(' verify ')) expect(said).to.match(/^PROVED: all \d+ facts/m)
    }
    const [, origin] = /are enrolled at (http:\S+):/.exec(printed) ?? []
    const page = await (await fetch(`${origin}/verifier`)).text()
    paste('npx rogatory verifier --out page.html')
    expect(page).to.equal(await readFile(join(folder, 'page.html'), 'utf8'))
    child.kill('SIGINT')
    expect(await exitCode).to.equal(0)
    expect(pids.length).to.be.greaterThan(3)
    expect(await survivors(pids, 0)).to.deep.equal([])
  })

  it('continues with the same data; kill -9 of the parent leaves no orphan and the data whole', async () => {
    const second = await start()
    const id = exchangeIn(second.printed)
    second.child.kill('SIGKILL')
    expect(await survivors(second.pids, 40_000)).to.deep.equal([])
    const third = await start()
    expect(exchangeIn(third.printed)).to.equal(id)
    const home = `'${join(folder, '.rogatory', 'xa')}'`
    const status = paste(`npx rogatory --home ${home} status ${id ?? ''}`)
    expect(status).to.include('✓ it is for exactly what we sent')
    const sent = paste(`npx rogatory --json --home ${home} inbox --sent`)
    expect((JSON.parse(sent) as { packages: unknown[] }).packages).to.have.length(2)
    third.child.kill('SIGINT')
    expect(await third.exitCode).to.equal(0)
  })
})

/** Every process that this one started, and those they started, as /proc tells. */
async function descendants(parent: number): Promise<number[]> {
  const all: { pid: number; ppid: number }[] = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    const ppid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    all.push({ pid: Number(name), ppid })
  }
  const of = (pid: number): number[] =>
    all.filter(({ ppid }) => ppid === pid).flatMap((child) => [child.pid, ...of(child.pid)])
  return of(parent)
}
