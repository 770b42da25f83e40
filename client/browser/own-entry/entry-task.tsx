import './own-entry.css'
import '../compose/compose.css'
import { Button, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntrySigner } from '#crypto/directory/sign-entry.js'
import { useSignedIn } from '../api/signed-in.js'
import { Loading, Problem } from '../components/page-states.js'
import { ChangeEntry } from './change-entry.js'

type EntryTaskProps = { readonly identity: EntrySigner; readonly onDone: () => void }

/** The own entry, opened to be changed. */
export function EntryTask({ identity, onDone }: EntryTaskProps) {
  const { t } = useTranslation('ownEntry')
  const { session } = useSignedIn()
  const [isOpen, setOpen] = useState(false)
  const found = useQuery({
    queryKey: ['own-entry'],
    queryFn: async () => (await session.directory.current(session.officer.authority)).payload,
    enabled: isOpen,
    // What is being written is not taken away.
    staleTime: Infinity,
    gcTime: 0,
  })
  return (
    <section aria-labelledby="own-entry" className="authority-task">
      <Title order={2} id="own-entry">
        {t('title')}
      </Title>
      <p>{t('lead')}</p>
      {!isOpen && (
        <Button variant="default" data-action="change-entry" onClick={() => setOpen(true)}>
          {t('change')}
        </Button>
      )}
      {isOpen && found.isPending && <Loading />}
      {found.error && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <ChangeEntry identity={identity} onDone={onDone} entry={found.data} />}
    </section>
  )
}
