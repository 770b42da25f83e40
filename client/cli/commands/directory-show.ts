import { AuthorityId } from '#crypto/fields/fields.js'
import { localTime } from '../local-time.js'
import { officerSession } from '../officer-session.js'
import type { CommandContext } from '../command-context.js'
import { terminalOf } from '../terminal-of.js'
import { ClientError } from '../../core/client-error.js'

export async function directoryShow(context: CommandContext, id: string): Promise<void> {
  const authority = AuthorityId.safeParse(id)
  if (!authority.success) {
    throw new ClientError('usage', `${id} is not an authority id`, 'It looks like xa.moj.')
  }
  const { directory } = await officerSession(context)
  const history = await directory.history(authority.data)
  const { payload: entry, digest } = await directory.current(authority.data)
  const list = (values: readonly string[]) => (values.length === 0 ? '–' : values.join(', '))
  terminalOf(context).result(
    { entry, digest, versions: history.map((version) => version.digest) },
    [
      ...Object.entries(entry.names).map(([language, name]) => `${language.padEnd(12)} ${name}`),
      `authority    ${entry.authority} (${entry.state})`,
      `functions    ${list(entry.functions)}`,
      `instruments  ${list(entry.instruments)}`,
      `languages    normal ${list(entry.languages.normal)} · urgent ${list(entry.languages.urgent)}`,
      ...entry.requirements.map((requirement) => `requires     ${requirement}`),
      `time zone    ${entry.timeZone}`,
      ...Object.entries(entry.contact).map(([kind, value]) => `${kind.padEnd(12)} ${value ?? ''}`),
      ...Object.entries(entry.dutyContact ?? {}).map(([kind, value]) =>
        `24/7 ${kind.padEnd(10).slice(0, 10)} ${value ?? ''}`.trimEnd(),
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
