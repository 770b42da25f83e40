/**
 * A witness process that stops dead between remembering a checkpoint and handing its cosignature in, so
 * that the test can kill it there. It gets what it needs as JSON in its first argument.
 */
import { writeSync } from 'node:fs'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import { noteKey } from '#crypto/transparency/note-key.js'
import { witnessLog } from '#client/core/log/witness-log.js'
import { diskLogMemory } from '#client/files/disk-log-memory.js'
import { logRelay } from '#test/support/log-relay.js'

const plan = JSON.parse(process.argv[2] ?? '') as { folder: string; key: unknown; size: number }
const log = logRelay(await noteKey('relay.test/log', 'note', await importSigningKey(plan.key)))
log.shown.size = plan.size
const relay = {
  ...log.relay,
  call(name: string, input: never) {
    if (name !== 'addCosignatures') return log.relay.call(name as never, input)
    writeSync(1, 'remembered\n')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    return Promise.reject(new Error('never'))
  },
}
const key = await noteKey('xa.moj/w', 'cosignature', await generateSigningKey('x25519'))
const memory = diskLogMemory(plan.folder)
const trust = await log.trust()
await witnessLog({ relay: relay as typeof log.relay, trust, memory, now: () => new Date() }, key)
