import './translation.css'
import { Radio, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { listHolders } from '../../core/translation/list-holders.js'
import { offeredTranslators } from '../../core/translation/offered-translators.js'
import { useSignedIn } from '../api/signed-in.js'
import { useAuthorityName } from '../api/use-directory.js'
import { Empty, Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { RecallAll } from './recall-all.js'

/** After a breach: all that one linguist has of the authority, seen and then taken back at once. */
export function BreachScreen() {
  const { t } = useTranslation('translation')
  const { session } = useSignedIn()
  const nameOf = useAuthorityName()
  const [chosen, setChosen] = useState('')
  const found = useQuery({
    queryKey: ['translation', 'holders'],
    queryFn: () => listHolders(session),
  })
  // For the names of who has not acted yet; without them the list stands as well.
  const offered = useQuery({
    queryKey: ['translation', 'offered'],
    queryFn: () => offeredTranslators(session),
  })
  const holders = found.data?.holders ?? []
  const holder = holders.find(({ linguist }) => linguist.kid === chosen)
  const named = ({ linguist: { kid, authority }, name }: (typeof holders)[number]) =>
    t('byOf', {
      name: name ?? offered.data?.find(({ linguist }) => linguist.kid === kid)?.name ?? kid,
      authority: nameOf(authority),
    })
  return (
    <Page title={t('breachTitle')} actions={<Link href="/translation">{t('toDesk')}</Link>}>
      <p className="lead">{t('breachLead')}</p>
      {found.isPending && <Loading what={t('reading')} />}
      {found.error && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && found.data.broken > 0 && (
        <p className="late">{t('breachBroken', { number: found.data.broken })}</p>
      )}
      {found.data && holders.length === 0 && <Empty title={t('breachNobody')} />}
      {holders.length > 0 && (
        <Radio.Group id="breach-who" label={t('breachWho')} value={chosen} onChange={setChosen}>
          <Stack gap="sm" mt="xs" mb="lg">
            {holders.map((one) => (
              <Radio
                key={one.linguist.kid}
                value={one.linguist.kid}
                label={named(one)}
                description={t('breachHas', { number: one.handoffs.length })}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {chosen !== '' && <RecallAll key={chosen} kid={chosen} handoffs={holder?.handoffs ?? []} />}
    </Page>
  )
}
