import { destroyKey } from '../../core/officers/destroy-key.js'
import { UNCOUNTED, type Uncounted } from '../../core/officers/uncounted.js'
import { askToConfirm } from '../ask-to-confirm.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function keysDestroy(context: CommandContext): Promise<void> {
  const kid = String(context.options['kid'])
  const session = await officerSession(context)
  if (context.options['yes'] !== true) {
    await askToConfirm(
      `What only it opens is lost; nobody counts ${uncounted()}. Destroy the key ${kid}?`,
      '--yes',
    )
  }
  const withoutTranslations = context.options['withoutTranslations'] === true
  await destroyKey(session, kid, { withoutTranslations })
  terminalOf(context).result({ kid }, [
    `destroyed  ${kid}: the vault is without it, and the relay has no earlier version of the vault`,
    'Copies that your authority keeps elsewhere, such as backups of its folder, are yours to destroy.',
    'operational.keystore in that folder may still hold it after an officer was removed, until: rogatory keys rotate',
  ])
}

const WORDS: Readonly<Record<Uncounted, string>> = {
  notes: 'notes about alerts and on acts about hand-offs',
  endedOralRequests: 'oral requests that have ended',
  earlierDrafts: 'earlier versions of drafts',
  originals: 'originals.sealed of rogatory downgrade',
}
const uncounted = () => new Intl.ListFormat('en').format(UNCOUNTED.map((what) => WORDS[what]))
