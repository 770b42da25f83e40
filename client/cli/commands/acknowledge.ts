import type { PackageId } from '#crypto/fields/fields.js'
import { acknowledgePackage } from '../../core/packages/acknowledge-package.js'
import { localTime } from '../options/local-time.js'
import { officerSession } from '../officer-session.js'
import { confirmedOral } from '../confirmed-oral.js'
import type { CommandContext } from '../command-context.js'
import { terminalOf } from '../terminal-of.js'

export async function acknowledge(context: CommandContext, id: PackageId): Promise<void> {
  const rejection = context.options['reject']
  const session = await officerSession(context)
  const oral = await confirmedOral(context, session)
  const done = await acknowledgePackage(
    session,
    id,
    typeof rejection === 'string' ? rejection : undefined,
  )
  await oral?.by(id)
  const { code, time } = done.evidence.payload
  const said = code === 'C.3' ? 'acknowledged' : 'rejected'
  terminalOf(context).result(
    {
      package: id,
      already: done.already,
      documents: { verified: done.verified, unopened: done.unopened },
      evidence: { code, time, digest: done.evidence.digest },
      remarks: done.malicious.map((document) => ({ code: 'document-malicious', document })),
      ...(oral && { confirms: oral.oral }),
    },
    [
      done.already ? `${id} had been ${said} before` : `${said} ${id}`,
      `  documents  ${done.verified} verified, ${done.unopened} not opened`,
      `  evidence   ${code} ${localTime(time)} ${done.evidence.digest}`,
      ...done.malicious.map((name) => `! “${name}” was not handed out here: document-malicious`),
    ],
  )
}
