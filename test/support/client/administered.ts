import { after } from '../world/moments.js'
import { constellation } from './constellation.js'

/** The constellation, with an administrator beside the registrar of the other side, for whom the vault opens, too. */
export async function administered() {
  const c = await constellation()
  const { xb, registrar } = c.relay
  const boss = await xb.officer('Bea Admin', ['admin', 'case'])
  await c.relay.publishCredential(boss)
  await c.reseal(xb, 2, [registrar, boss])
  const admin = await c.session(boss, xb)
  const tick = (seconds = 1) => c.relay.setClock(after(c.relay.clock.now(), seconds))
  tick()
  return { ...c, boss, admin, tick }
}
export type Administered = Awaited<ReturnType<typeof administered>>
