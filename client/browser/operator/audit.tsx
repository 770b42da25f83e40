import { Button, Group, Title } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditFilter } from '../../core/operations/audit.js'
import type { Operator } from '../../core/operations/operator.js'
import { Empty, Loading, Problem } from '../components/page-states.js'
import { AuditFilterForm } from './audit-filter-form.js'
import { AuditTable } from './audit-table.js'
import { readAudit } from './read-standing.js'

/** Who stated what of directory, enrolment and retention, newest first; each is verified before it stands here. */
export function Audit({ operator }: { readonly operator: Operator }) {
  const { t } = useTranslation('operator')
  const [filter, setFilter] = useState<AuditFilter>({})
  const found = useInfiniteQuery({
    queryKey: ['operator', 'audit', operator.key.kid, filter],
    queryFn: ({ pageParam }) => readAudit(operator, filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchOnWindowFocus: false,
  })
  const acts = found.data?.pages.flatMap((page) => page.acts) ?? []
  const doubtful = found.data?.pages.flatMap((page) => page.doubtful) ?? []
  const isEmpty = found.data && acts.length + doubtful.length === 0 && !found.hasNextPage
  return (
    <section aria-labelledby="audit" className="operator-part">
      <Title order={2} id="audit">
        {t('audit')}
      </Title>
      <p>{t('auditMeaning')}</p>
      <AuditFilterForm
        onShow={(wanted) => {
          setFilter(wanted)
          // The same again is asked again: something may have been added.
          if (JSON.stringify(wanted) === JSON.stringify(filter)) void found.refetch()
        }}
      />
      {found.isPending && <Loading what={t('auditVerifying')} />}
      {found.error && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {doubtful.length > 0 && (
        <div role="alert" className="done-bad">
          <p>{t('auditDoubtful')}</p>
          <ul>
            {doubtful.map(({ digest, code }) => (
              <li key={digest}>
                <bdi className="mono">{digest}</bdi> <code dir="ltr">{code}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      {isEmpty && <Empty title={t('auditNothing')} />}
      {acts.length > 0 && <AuditTable acts={acts} />}
      {found.data && (
        <Group mt="sm">
          {found.hasNextPage && (
            <Button
              variant="default"
              data-action="audit-older"
              disabled={found.isFetching}
              onClick={() => void found.fetchNextPage()}
            >
              {t(found.isFetchingNextPage ? 'auditVerifying' : 'auditOlder')}
            </Button>
          )}
          <p role="status" className="quiet">
            {t(found.hasNextPage ? 'auditShown' : 'auditAll', { number: acts.length })}
          </p>
        </Group>
      )}
    </section>
  )
}
