import { Button, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HoldScope, LegalHold } from '#crypto/retention/legal-hold.js'
import type { Operator } from '../../core/operations/operator.js'
import { legalHolds, liftHold, placeHold } from '../../core/retention/legal-holds.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { Empty, Loading, Problem } from '../components/page-states.js'
import { PlaceHold } from './place-hold.js'
import { relayOf } from './relay-of.js'

/** What is kept from deletion, whatever the schedule says, and why. Only the operator sees it. */
export function Holds({ operator }: { readonly operator: Operator }) {
  const { t } = useTranslation('operator')
  const [lifted, setLifted] = useState<LegalHold | undefined>()
  const [declared, setDeclared] = useState(0)
  const holds = useQuery({
    queryKey: ['operator', 'holds', operator.key.kid],
    queryFn: () => legalHolds(operator, relayOf(operator), new Date()),
  })
  const declaring = useMutation({
    mutationFn: (said: { hold: string; reason: string; scope: HoldScope | undefined }) => {
      const { scope, ...named } = said
      const relay = relayOf(operator)
      return scope
        ? placeHold(operator, relay, { ...named, scope }, new Date())
        : liftHold(operator, relay, named, new Date())
    },
    onSuccess: () => {
      setLifted(undefined)
      setDeclared(declared + 1)
      void holds.refetch()
    },
  })
  return (
    <section aria-labelledby="holds" className="authority-task">
      <Title order={2} id="holds">
        {t('holds')}
      </Title>
      <p>{t('holdsMeaning')}</p>
      {holds.isPending && <Loading />}
      {holds.error && <Problem error={holds.error} onRetry={() => void holds.refetch()} />}
      {holds.data?.length === 0 && <Empty title={t('noHolds')} />}
      {holds.data && holds.data.length > 0 && (
        <DataTable
          caption={t('holds')}
          rows={holds.data}
          keyOf={({ hold }) => hold}
          columns={[
            {
              id: 'hold',
              title: t('holdName'),
              isRowHeader: true,
              cell: ({ hold, standing }) => (
                <span data-hold={standing}>
                  <bdi className="mono">{hold}</bdi>
                  <br />
                  {t(`hold_${standing}`)}
                </span>
              ),
            },
            { id: 'since', title: t('since'), cell: ({ declared }) => <Moment at={declared} /> },
            {
              id: 'covers',
              title: t('covers'),
              cell: ({ scope }) => (
                <>
                  {t(`scope_${scope.of}`)} <bdi className="mono">{idsOf(scope)}</bdi>
                </>
              ),
            },
            { id: 'reason', title: t('reason'), cell: ({ reason }) => <bdi>{reason}</bdi> },
            {
              id: 'lift',
              title: t('change'),
              cell: (one) =>
                one.standing === 'placed' && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    data-action="lift-hold"
                    onClick={() => setLifted(one)}
                  >
                    {t('liftHold')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      <PlaceHold
        // Another form for another hold, and an empty one after each that was declared: what is refused stays written.
        key={`${lifted?.hold ?? ''} ${declared}`}
        lifted={lifted?.hold}
        isBusy={declaring.isPending}
        onDeclare={(said) => declaring.mutate(said)}
        onCancel={() => setLifted(undefined)}
      />
      {declaring.error && <Problem error={declaring.error} />}
      <div role="status">
        {declaring.data && (
          <p>
            ✓ <bdi className="mono">{declaring.variables.hold}</bdi>:{' '}
            {t(declaring.variables.scope ? 'hold_placed' : 'hold_lifted')}
          </p>
        )}
        {declaring.data && declaring.data.begun.length > 0 && (
          <p className="done-bad">{t('tooLate', { ids: declaring.data.begun.join(' ') })}</p>
        )}
      </div>
    </section>
  )
}

function idsOf(scope: HoldScope): string {
  if (scope.of === 'packages') return scope.packages.join(' ')
  return scope.of === 'case' ? scope.case : scope.authority
}
