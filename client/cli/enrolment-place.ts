import { join } from 'node:path'
import type { EnrolmentPlace } from '../keystore/enrolment-folder.js'
import { askPassphrase } from './ask-passphrase.js'
import type { CommandContext } from './command-context.js'

/**
 * Where an enrolment keeps its files: the first officer's home, the authority's own folder in it, and a
 * home for each further officer, to be handed over. One passphrase, asked for once, protects them all
 * until each officer changes theirs: `keys passphrase`.
 *
 * @param ask - how; where it is set for the first time, by the rule.
 */
export function enrolmentPlace(
  { options, global }: CommandContext,
  officers: number,
  ask = askPassphrase,
): EnrolmentPlace {
  const home = typeof options['out'] === 'string' ? options['out'] : global.home
  let asked: Promise<string> | undefined
  return {
    folder: join(home, 'authority'),
    homes: Array.from({ length: officers }, (_, i) =>
      i === 0 ? home : join(home, 'officers', String(i + 1)),
    ),
    trust: join(home, 'trust.json'),
    passphrase: () =>
      (asked ??= ask(global.passphraseFile, 'Passphrase for the keys of your authority')),
  }
}
