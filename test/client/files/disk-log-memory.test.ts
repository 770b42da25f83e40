import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { noteKey } from '#crypto/transparency/note-key.js'
import { type LogMemory, ShownBreach } from '#client/core/log/log-memory.js'
import { witnessLog } from '#client/core/log/witness-log.js'
import { diskLogMemory } from '#client/files/disk-log-memory.js'
import { logRelay } from '#test/support/log-relay.js'
import { memoryLogMemory } from '#test/support/memory/memory-log-memory.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { NOW } from '#test/support/world/moments.js'

const ORIGIN = 'relay.test/log'

describe('the memory of a log', function () {
  this.timeout(300_000)
  const folder = temporaryFolder()
  let log: ReturnType<typeof logRelay>
  let jwk: unknown
  before(async () => {
    const key = await generateSigningKey('x25519', { extractable: true })
    jwk = await exportPrivateJwk(key)
    log = logRelay(await noteKey(ORIGIN, 'note', key))
  })

  for (const [where, make] of [
    ['on disk', () => diskLogMemory(join(folder.path, 'log'))],
    ['in memory', memoryLogMemory],
  ] as const) {
    it(`${where} changes by compare-and-swap, and keeps a breach once`, async () => {
      const memory: LogMemory = make()
      const notes = await Promise.all([1, 2, 3, 4, 5].map((size) => log.checkpoint(size)))
      const [one = '', two = '', three = ''] = notes
      expect([...(await memory.all())]).to.deep.equal([])
      expect(await memory.advance(ORIGIN, one, two), 'nothing is there').to.equal(false)
      expect(await memory.advance(ORIGIN, undefined, one)).to.equal(true)
      expect(await memory.advance(ORIGIN, undefined, two)).to.equal(false)
      const race = await Promise.all(notes.slice(1).map((to) => memory.advance(ORIGIN, one, to)))
      expect(race.filter(Boolean)).to.have.length(1)
      const winner = notes[race.indexOf(true) + 1] ?? ''
      expect([...(await memory.all())]).to.deep.equal([[ORIGIN, winner]])

      const breach = ShownBreach.parse({
        format: 'rogatory-log-breach',
        version: 1,
        breach: 'forked',
        origin: ORIGIN,
        seen: NOW.toISOString(),
        remembered: two,
        shown: three,
      })
      await memory.keepBreach(breach)
      await memory.keepBreach(breach)
      expect(await memory.breaches()).to.deep.equal([breach])
    })
  }

  it('on disk is small, and passes over what a process that died has left', async () => {
    const memory = diskLogMemory(folder.path)
    let before: string | undefined
    for (let size = 1; size < 8; size++) {
      const note = await log.checkpoint(size)
      expect(await memory.advance(ORIGIN, before, note)).to.equal(true)
      before = note
    }
    const notes = join(folder.path, await digestOf(ORIGIN))
    expect(await readdir(notes)).to.have.members(['6.note', '7.note'])
    await writeFile(join(notes, '.left-behind.partial'), 'half of a no')
    expect([...(await memory.all()).values()]).to.deep.equal([before])
    expect(await memory.advance(ORIGIN, before, await log.checkpoint(9))).to.equal(true)
  })

  it('outlives a witness killed between remembering and answering: the next round makes up for it', async () => {
    const plan = JSON.stringify({ folder: folder.path, key: jwk, size: 11 })
    const script = fileURLToPath(new URL('dying-witness.ts', import.meta.url))
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--conditions=source', script, plan],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')

    log.shown.size = 11
    const memory = diskLogMemory(folder.path)
    const [remembered] = (await memory.all()).values()
    expect(remembered).to.equal(await log.checkpoint())
    const key = await noteKey('xa.moj/w', 'cosignature', await generateSigningKey('x25519'))
    const observer = { relay: log.relay, trust: await log.trust(), memory, now: () => NOW }
    expect(await witnessLog(observer, key)).to.include({ step: 'same', size: 11 })
    expect(log.handedIn.map(({ size }) => size)).to.deep.equal([11])
  })
})
