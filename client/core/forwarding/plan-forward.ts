import type { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import type { Marks, OnwardTransfer } from '#crypto/package/manifest.js'
import type { TransferApproval } from '../../case/register/register-entry.js'
import { equivalentOf } from '../../templates/marks/equivalent-of.js'
import { onwardRule } from '../../templates/marks/onward-rule.js'
import { type LoadedCase, loadCase, manifestIn } from '../cases/load-case.js'
import type { ReadPackage } from '../packages/open-package.js'
import type { Session } from '../session/session.js'

/** What passing a package on to an authority would be, before anything of it is opened or sealed. */
export type ForwardPlan = {
  /** What its marks say of it. What we sent ourselves is ours to pass on, unless it was another's before. */
  readonly rule: OnwardTransfer
  /** The sender’s leave, where the marks ask for one and the register of the case has it. */
  readonly approval: TransferApproval | undefined
  /** The package by which we redirected the request there, if that counts in the case. */
  readonly redirection: PackageId | undefined
  /** Those of the original, its classification in the words of our State. */
  readonly marks: Marks
}

/** @throws as `loadCase`; ClientError `authority-unknown` */
export async function planForward(
  session: Session,
  read: ReadPackage,
  to: AuthorityId,
): Promise<ForwardPlan> {
  const { manifest, senderEntry } = read
  const own = await session.directory.current(session.officer.authority)
  const { payload: recipient } = await session.directory.current(to)
  const rule =
    manifest.sender === session.officer.authority && !isPassedOn(read)
      ? 'allowed'
      : onwardRule(manifest.marks, senderEntry.payload, recipient.state)
  const loaded = await loadCase(session, manifest.case)
  const { classification } = manifest.marks
  const kept =
    classification === null
      ? null
      : (equivalentOf(classification, senderEntry.payload, own.payload).mark ?? classification)
  return {
    rule,
    approval:
      rule === 'allowed' || isPassedOn(read) ? undefined : approvalIn(session, loaded, read, to),
    redirection: redirectionIn(session, loaded, read, to),
    marks: { ...manifest.marks, classification: kept },
  }
}

/** Its marks are those of the original, and no word of whoever passed it on lifts them. */
const isPassedOn = ({ manifest }: ReadPackage): boolean => manifest.template.id === 'forwarding'

function approvalIn(
  { officer, platform }: Session,
  { register }: LoadedCase,
  { manifest }: ReadPackage,
  to: AuthorityId,
): TransferApproval | undefined {
  const today = platform.now().toISOString().slice(0, 10)
  return register.approvals.find(
    (one) =>
      one.of === manifest.package &&
      one.to === to &&
      one.by === manifest.sender &&
      one.givenTo === officer.authority &&
      (one.until === null || one.until >= today),
  )
}

function redirectionIn(
  { officer }: Session,
  loaded: LoadedCase,
  { record }: ReadPackage,
  to: AuthorityId,
): PackageId | undefined {
  const request = loaded.view.requests.find((one) => one.header === record.header.digest)
  const thread = request?.threads.find(({ counterpart }) => counterpart === officer.authority)
  // Where another authority had redirected it there before us, its own forward says so.
  const found = thread?.timeline.find(({ what }) => what === 'redirection')?.package
  const said = found && manifestIn(loaded, found)
  return said?.form['authority'] === to ? found : undefined
}
