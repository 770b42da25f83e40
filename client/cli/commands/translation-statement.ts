import type { HandoffId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'
import { type OpenHandoff, readHandoff } from '../../core/translation/read-handoff.js'
import type { CommandContext } from '../command-context.js'
import { localTime } from '../options/local-time.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

/** What a translator has certified, and who stands behind it: verified, with the octets that were signed. */
export async function translationStatement(context: CommandContext, id: HandoffId): Promise<void> {
  const open = await readHandoff(await officerSession(context), id)
  const said = statementOf(open)
  if (said === undefined) {
    throw new ClientError(
      'handoff-closed',
      'nothing of this hand-off is certified yet',
      `See where it stands: rogatory translation show ${id}`,
    )
  }
  const { translator, accreditation, pair, items, complete, machine, prevails, instrument } = said
  const { observed, standing, reviewer } = said
  terminalOf(context).result(said, [
    `certified  ${pair.from} to ${pair.to}, by ${translator.name} of ${translator.authority}`,
    `recorded   ${localTime(observed)} by the relay`,
    `accredited ${accreditation === null ? 'not' : `${accreditation.number}, ${accreditation.body}`}`,
    `complete   ${complete ? 'yes' : 'NO: some of it is not translated'}`,
    ...(machine === 'none' ? [] : [`machine    ${machine}`]),
    `prevails   the ${prevails}${instrument === null ? '' : ` (${instrument})`}`,
    `reviewer   ${reviewer === null ? 'nobody stands behind it' : `countersigned by ${reviewer.name}, ${localTime(reviewer.observed)}`}`,
    ...(standing === 'superseded' || standing === 'recalled' ? [`! it is ${standing}`] : []),
    ...items.flatMap(({ item, source, target }) => [
      `item       ${item}`,
      `  source   ${source}`,
      `  target   ${target}`,
    ]),
    `statement  ${said.digest}`,
  ])
}

function statementOf({ acts, evidence, derived }: OpenHandoff) {
  const certified = acts.flatMap((act) =>
    'act' in act.payload ? [] : { ...act, payload: act.payload },
  )
  const found = certified.find(({ digest }) => digest === derived.state?.translation)
  if (found === undefined) return undefined
  const timeOf = (digest: string) =>
    evidence.find(({ payload }) => payload.subject === digest)?.payload.time ?? ''
  const countersigned = acts.find(
    ({ payload }) =>
      'act' in payload && payload.act === 'countersign' && payload.translation === found.digest,
  )
  const nameOf = ({ credential: { payload } }: (typeof acts)[number]) => ({
    authority: payload.authority,
    name: payload.name,
    kid: payload.kid,
  })
  const { payload, digest, statement } = found
  return {
    ...payload,
    digest,
    translator: nameOf(found),
    observed: timeOf(digest),
    reviewer: countersigned
      ? { ...nameOf(countersigned), observed: timeOf(countersigned.digest) }
      : null,
    standing: derived.state?.stage ?? null,
    statement,
  }
}
