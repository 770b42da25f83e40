import type { DirectoryEntry } from '#crypto/directory/entry.js'
import { isOpen, wallTime } from '#crypto/directory/is-open.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { confusionLines } from '../lines/confusion-lines.js'
import { localTime } from '../options/local-time.js'
import { officerSession } from '../officer-session.js'
import type { CommandContext } from '../command-context.js'
import { terminalOf } from '../terminal-of.js'
import { claimedEntries } from '../../core/directory/claimed-entries.js'
import { ClientError } from '../../core/client-error.js'

export async function directoryShow(context: CommandContext, id: string): Promise<void> {
  const authority = AuthorityId.safeParse(id)
  if (!authority.success) {
    throw new ClientError('usage', `${id} is not an authority id`, 'It looks like xa.moj.')
  }
  const { directory, platform, relay } = await officerSession(context)
  const history = await directory.history(authority.data)
  const { payload: entry, digest } = await directory.current(authority.data)
  const warnings = confusionLines(await claimedEntries(relay), [authority.data])
  const list = (values: readonly string[]) => (values.length === 0 ? '–' : values.join(', '))
  terminalOf(context).result(
    { entry, digest, versions: history.map((version) => version.digest), warnings },
    [
      ...warnings.map((line) => `! ${line}`),
      ...Object.entries(entry.names).map(([language, name]) => `${language.padEnd(12)} ${name}`),
      `authority    ${entry.authority} (${entry.state})`,
      `functions    ${list(entry.functions)}`,
      `instruments  ${list(entry.instruments)}`,
      `legal basis  ${list(entry.legalBases)}`,
      `languages    normal ${list(entry.languages.normal)} · urgent ${list(entry.languages.urgent)}`,
      ...entry.requirements.map((requirement) => `requires     ${requirement}`),
      ...entry.signatureRules.map((rule) => `signatures   ${rule}`),
      ...entry.laws.map(({ title, url }) => `law          ${title}, ${url}`),
      ...(entry.classifications ?? []).map(
        (one) =>
          `classified   ${one.mark}: ${one.level}${one.with === undefined ? '' : `, agreed with ${one.with}`}`,
      ),
      `channels     ${list(entry.channels)}${entry.interpol ? ' · urgent requests through INTERPOL' : ''}`,
      `time zone    ${entry.timeZone}, ${officeNow(entry, platform.now())}`,
      ...entry.officeHours.map(
        ({ days, from, to }) => `open         ${days.map(weekday).join(' ')} ${from} to ${to}`,
      ),
      ...Object.entries(entry.contact).map(([kind, value]) => `${kind.padEnd(12)} ${value ?? ''}`),
      ...Object.entries(entry.dutyContact ?? {}).map(([kind, value]) =>
        `24/7         ${kind} ${value ?? ''}`.trimEnd(),
      ),
      `four eyes    ${entry.policy.approvals === 0 ? 'not asked for' : `${entry.policy.approvals} further officer(s)`}`,
      `entry        version ${entry.version} of ${history.length}, ${digest}`,
      `valid        ${localTime(entry.validFrom)} to ${localTime(entry.validTo)}`,
      ...entry.keys.map(
        ({ purpose, kid, notAfter }) =>
          `key          ${purpose} ${kid} until ${notAfter.slice(0, 10)}`,
      ),
    ],
  )
}

/** ISO 8601: 1 is Monday. */
const weekday = (day: number): string =>
  ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][day - 1] ?? ''

function officeNow(entry: DirectoryEntry, now: Date): string {
  const there = wallTime(now, entry.timeZone)
  const state = isOpen(entry, now) ? 'open' : 'closed'
  return `${weekday(there.weekday)} ${there.time} there, office ${state}`
}
