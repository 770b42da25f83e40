import { isIdle, keyNeeds, type KeyStanding, keyStanding } from '../../core/officers/key-needs.js'
import type { CommandContext } from '../command-context.js'
import { table } from '../lines/table.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function keysNeeded(context: CommandContext): Promise<void> {
  const keys = await keyNeeds(await officerSession(context))
  const unverified = keys[0]?.unverified ?? 0
  terminalOf(context).result({ keys: keys.map((key) => ({ ...key, idle: isIdle(key) })) }, [
    ...table(
      ['key', 'packages', 'to come', 'drafts', 'hand-offs', 'oral', 'translations', ''],
      keys.map((key) => [
        key.kid,
        ...[key.packages, key.coming, key.drafts, key.handoffs].map(String),
        ...[key.oralRequests, key.translations].map(String),
        STANDINGS[keyStanding(key)],
      ]),
    ),
    ...(unverified === 0
      ? []
      : [
          `! ${unverified} hand-offs do not verify on this computer, so no key may go; see: rogatory translation list`,
        ]),
  ])
}

const STANDINGS: Readonly<Record<KeyStanding, string>> = {
  present: 'others seal to it',
  needed: 'needed',
  translations: 'once its translations are fetched',
  idle: 'may be destroyed',
}
