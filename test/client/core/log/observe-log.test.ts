import { expect } from 'chai'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { verifyCosignature } from '#crypto/transparency/cosignature.js'
import { addSignatures } from '#crypto/transparency/note.js'
import { noteKey } from '#crypto/transparency/note-key.js'
import { observeLog } from '#client/core/log/observe-log.js'
import { pinnedMemory } from '#client/core/log/pinned-memory.js'
import { witnessLog } from '#client/core/log/witness-log.js'
import { diskLogMemory } from '#client/files/disk-log-memory.js'
import { codeOf } from '#test/support/code-of.js'
import { logRelay } from '#test/support/log-relay.js'
import { memoryLogMemory } from '#test/support/memory/memory-log-memory.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { testLogKey } from '#test/support/test-log.js'
import { NOW } from '#test/support/world/moments.js'

const now = () => NOW

async function observing(memory = memoryLogMemory()) {
  const log = logRelay(await testLogKey())
  const observer = { relay: log.relay, trust: await log.trust(), memory, now }
  return { log, memory, observer, look: () => observeLog(observer) }
}

describe('the silent witness', () => {
  const folder = temporaryFolder()

  it('remembers the first checkpoint, and follows a log that grows', async () => {
    const { log, memory, look } = await observing()
    expect(await look()).to.include({ step: 'first', size: 1 })
    expect(await look()).to.include({ step: 'same' })
    for (const size of [2, 7, 8, 33]) {
      log.shown.size = size
      expect(await look()).to.include({ step: 'grown', size })
    }
    expect([...(await memory.all()).values()]).to.deep.equal([await log.checkpoint()])
    expect(await memory.breaches()).to.deep.equal([])
  })

  for (const [breach, change] of [
    ['forked', { rewritten: 3 }],
    ['rewritten', { rewritten: 3, size: 20 }],
    ['rewritten', { mood: 'refuses-proof', size: 20 }],
    ['shrunken', { size: 6 }],
    ['shrunken', { mood: 'empty' }],
  ] as const) {
    it(`names a log ${breach} by ${JSON.stringify(change)}, every time, and keeps both checkpoints`, async () => {
      const { log, memory, look } = await observing()
      log.shown.size = 9
      await look()
      const remembered = await log.checkpoint()
      Object.assign(log.shown, change)
      expect(await codeOf(look)).to.equal('log-breach')
      expect(await codeOf(look), 'still').to.equal('log-breach')
      expect(await memory.breaches()).to.deep.equal([
        {
          format: 'rogatory-log-breach',
          version: 1,
          breach,
          origin: 'relay.test/log',
          seen: NOW.toISOString(),
          remembered,
          shown: log.shown.mood === 'empty' ? null : await log.checkpoint(),
        },
      ])
      expect([...(await memory.all()).values()], 'what is remembered').to.deep.equal([remembered])
    })
  }

  it('takes no outage for a breach, and no empty log for one while nothing is remembered', async () => {
    const { log, memory, look } = await observing()
    log.shown.mood = 'empty'
    expect(await look()).to.equal(undefined)
    log.shown.mood = 'honest'
    await look()
    log.shown.mood = 'down'
    expect(await codeOf(look)).to.equal('unavailable')
    expect(await memory.breaches()).to.deep.equal([])
  })

  it('believes no log that the trust list does not name, nor another key under its name', async () => {
    const { log, observer } = await observing()
    const other = logRelay(
      await noteKey('other.test/log', 'note', await generateSigningKey('x25519')),
    )
    const trust = await other.trust()
    expect(await codeOf(() => observeLog({ ...observer, trust }))).to.equal('log-untrusted')
    const impostor = logRelay(await testLogKey())
    const shown = () => observeLog({ ...observer, relay: impostor.relay })
    expect(await codeOf(shown)).to.equal('transparency/signature')
    const none = { ...(await log.trust()), logs: [] }
    expect(await observeLog({ ...observer, trust: none })).to.equal(undefined)
  })

  it('races with others over one memory on disk, and none of them sees a breach', async () => {
    const { log, observer } = await observing()
    let size = 1
    const racing = Array.from({ length: 4 }, async () => {
      const memory = diskLogMemory(folder.path)
      for (let i = 0; i < 8; i++) {
        log.shown.size = size = Math.min(64, size + 1)
        await observeLog({ ...observer, memory })
      }
      return memory.breaches()
    })
    expect(await Promise.all(racing)).to.deep.equal([[], [], [], []])
    const last = [...(await diskLogMemory(folder.path).all()).values()]
    expect(last).to.deep.equal([await log.checkpoint(size)])
  })

  it('as a witness cosigns what it has remembered, and again after a round that died between', async () => {
    const { log, observer, memory } = await observing()
    const key = await noteKey('xa.moj/witness', 'cosignature', await generateSigningKey('x25519'))
    const dying = { ...observer.relay, call: () => Promise.reject(new Error('killed')) }
    await witnessLog({ ...observer, relay: dying as never }, key).catch(() => undefined)
    expect((await memory.all()).size, 'remembered').to.equal(1)
    expect(await witnessLog(observer, key)).to.include({ step: 'same', size: 1 })
    const [given] = log.handedIn
    const note = addSignatures(await log.checkpoint(), given?.cosignatures ?? '')
    expect((await verifyCosignature(note, key)).timestamp).to.equal(NOW.getTime() / 1000)
    log.shown.rewritten = 0
    expect(await codeOf(() => witnessLog(observer, key))).to.equal('log-breach')
    expect(log.handedIn, 'nothing of a broken log is cosigned').to.have.length(1)
  })

  it('holds one checkpoint, such as that of an old bundle, against the log', async () => {
    const { log, observer, memory } = await observing()
    const old = pinnedMemory('relay.test/log', await log.checkpoint(5), memory)
    log.shown.size = 30
    expect(await observeLog({ ...observer, memory: old })).to.include({ step: 'grown' })
    log.shown.rewritten = 2
    expect(await codeOf(() => observeLog({ ...observer, memory: old }))).to.equal('log-breach')
    expect(await memory.breaches()).to.have.length(1)
  })
})
