import { listMailbox } from '#client/core/packages/list-mailbox.js'
import type { Session } from '#client/core/session/session.js'

/** Until the workers have made a package available to an officer; a wait that never ends is the timeout's. */
export async function arrived(officer: Session, id: string): Promise<void> {
  const isThere = async () =>
    (await listMailbox(officer, 'inbox', 50)).some((item) => item.package === id)
  while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 100))
}
