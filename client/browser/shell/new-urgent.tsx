import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { permissions } from '#server/contract/permissions.js'
import { lookThroughMailbox } from '../../core/packages/list-mailbox.js'
import { useAccess, useSignedIn } from '../api/signed-in.js'
import { countInTab } from '../components/tab-title.js'
import { freshUrgent } from '../inbox/fresh-urgent.js'
import type { Row } from '../inbox/use-mailbox.js'

/** What has just come stands among the newest. */
const NEWEST = 50

/** On every screen: urgent packages that came in while somebody is signed in. */
export function NewUrgent() {
  const { signedIn } = useAccess()
  const roles = signedIn?.session.officer.credential.payload.roles ?? []
  if (!permissions.listPackages.some((role) => roles.includes(role))) return null
  return <Watch key={signedIn?.identity.id} />
}

function Watch() {
  const { session } = useSignedIn()
  const { data } = useQuery({
    // Below the list of packages: what fetches that anew fetches this.
    queryKey: ['mailbox', 'newest'],
    queryFn: async (): Promise<readonly Row[]> => {
      const { items } = await lookThroughMailbox(session, 'inbox', NEWEST)
      return items.map((item) => ({ ...item, box: 'inbox' }))
    },
  })
  return data && <Told rows={data} />
}

/** Read out at once, and shown until they are opened. */
function Told({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation('inbox')
  const [before] = useState(() => new Set(rows.map((row) => row.package)))
  const fresh = freshUrgent(rows, before)
  const count = fresh.length
  useEffect(() => {
    countInTab(count)
    return () => countInTab(0)
  }, [count])
  const [first] = fresh
  return (
    <div role="alert">
      {first && (
        <p className="line-state done-bad new-urgent">
          <span aria-hidden>▲ </span>
          <Link href={count === 1 ? `/packages/${first.package}` : '/duty'}>
            {t('newUrgent', { count })}
          </Link>
        </p>
      )}
    </div>
  )
}
