import { readFile } from 'node:fs/promises'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { ClientError } from '../../core/client-error.js'
import { observeLog, openTrusted } from '../../core/log/observe-log.js'
import { pinnedMemory } from '../../core/log/pinned-memory.js'
import { cannotRead } from '../../files/cannot-read.js'
import { logMemoryAt, reachFrom } from '../../keystore/officer-at.js'
import { trustAt } from '../../keystore/trust-at.js'
import { readProfile } from '../../keystore/profile.js'
import type { CommandContext } from '../command-context.js'
import { tlsFilesOf } from '../reach-of.js'
import { terminalOf } from '../terminal-of.js'

/** Holds the checkpoint of an old bundle against the log as the relay shows it now. Needs no key. */
export async function witnessCheck(context: CommandContext, file: string): Promise<void> {
  const { home } = context.global
  const octets = await readFile(file).catch(cannotRead(file))
  const { log } = parseBundle(octets)
  if (log === null) {
    throw new ClientError('proof-pending', 'the bundle has no checkpoint', 'Export it again.')
  }
  const profile = await readProfile(home)
  const trust = await trustAt(home, profile)
  const now = () => new Date()
  const reach = await reachFrom(home, profile, tlsFilesOf(context))
  const { checkpoint } = await openTrusted(log.checkpoint, trust)
  const shown = await observeLog({
    relay: reach(profile.relay.origin, undefined, now),
    memory: pinnedMemory(checkpoint.origin, log.checkpoint, logMemoryAt(home)),
    trust,
    now,
  })
  const { origin, size } = checkpoint
  terminalOf(context).result({ origin, size, now: shown?.size }, [
    `✓ ${origin} still begins with the ${size} entries that this bundle stands on; it has ${shown?.size ?? 0} now.`,
  ])
}
