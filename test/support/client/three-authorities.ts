import { composePackage, type Draft } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import type { Session } from '#client/core/session/session.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { constellation } from './constellation.js'

/** A constellation in which Xcland has an officer with a session, too. */
export async function threeAuthorities() {
  const net = await constellation()
  const { xc } = net.relay
  const officer = await xc.officer('Carol Clerk', ['registrar'])
  await net.relay.publishCredential(officer)
  await net.reseal(xc, 1, [officer])
  const carol = await net.session(officer, xc)

  /** Sealed, delivered, consigned and settled in the log. */
  async function sends(session: Session, draft: Draft): Promise<PackageId> {
    const { approve } = net.draftOf()
    const isAna = session.officer.authority === net.relay.xa.id
    const id = await composePackage(session, { ...draft, ...(isAna && approve && { approve }) })
    await deliverPackage(session, id)
    await net.relay.consign({ header: await net.headerOf(id) })
    await net.settle()
    return id
  }
  return { net, carol, sends }
}
