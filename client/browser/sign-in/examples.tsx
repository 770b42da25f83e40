import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { bringIn } from '../api/keyring.js'
import { useAccess } from '../api/signed-in.js'
import { examplesQuery } from '../api/site.js'
import { Loading, Problem } from '../components/page-states.js'
import { exampleOfficers } from './example-officers.js'

type ExamplesProps = { readonly relay: { readonly origin: string; readonly id: AuthorityId } }

/** One click for each officer of the example; only where the relay gives their keys to everybody. */
export function Examples({ relay }: ExamplesProps) {
  const { t } = useTranslation('signIn')
  const { enter } = useAccess()
  const examples = useQuery(examplesQuery)
  const [search] = useSearchParams()
  const asked = search.get('as')
  const opening = useMutation({
    mutationFn: (home: string) => {
      const { trust = '', identities = [] } = examples.data ?? {}
      const found = identities.find((one) => one.home === home)
      if (!found) throw new TypeError('no such example')
      const { keystore, passphrase } = found
      return bringIn({ keystore, passphrase, trust, isExample: true }, relay)
    },
    onSuccess: enter,
  })
  const { mutate } = opening
  const isReady = examples.data?.identities.some(({ home }) => home === asked) ?? false
  useEffect(() => {
    if (asked !== null && isReady) mutate(asked)
  }, [asked, isReady, mutate])

  return (
    <section className="examples" aria-labelledby="examples">
      <Title order={2} id="examples">
        {t('exampleTitle')}
      </Title>
      <p>{t('exampleLead')}</p>
      {opening.isPending && <Loading what={t('unlocking')} />}
      {opening.error && <Problem error={opening.error} />}
      {examples.error && <Problem error={examples.error} />}
      {examples.data?.identities.length === 0 && <Loading what={t('exampleWaiting')} />}
      <div className="example-cards">
        {exampleOfficers
          .filter(({ home }) => examples.data?.identities.some((one) => one.home === home))
          .map(({ home, name, authority, side }) => (
            <Paper withBorder p="md" key={home}>
              <Text fw={600}>
                <bdi>{name}</bdi>
              </Text>
              <Text size="sm">
                <bdi>{authority}</bdi>
              </Text>
              <Text size="sm" className="quiet">
                {t(side)}
              </Text>
              <Group mt="sm" gap="xs">
                <Button
                  size="xs"
                  variant={isOfExchange(side) ? 'filled' : 'default'}
                  data-home={home}
                  disabled={opening.isPending}
                  onClick={() => mutate(home)}
                >
                  {t('exampleOpen', { name })}
                </Button>
                <a href={`/?as=${home}`} target="_blank" rel="noopener">
                  {t('exampleNewWindow')}
                  <span className="unseen">: {name}</span>
                </a>
              </Group>
            </Paper>
          ))}
      </div>
    </section>
  )
}

/** The two with whom a first exchange is made stand out. */
const isOfExchange = (side: (typeof exampleOfficers)[number]['side']) =>
  side === 'exampleRequesting' || side === 'exampleRequested'
