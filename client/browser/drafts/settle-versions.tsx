import { Button, Group, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { mergeDrafts } from '../../core/drafting/merge-drafts.js'
import {
  type OpenDraft,
  type ReadDraft,
  readDraftVersion,
  type UnreadableVersion,
} from '../../core/drafting/read-draft.js'
import { type Resolution, resolveDraft } from '../../core/drafting/resolve-draft.js'
import type { Language } from '../../languages/language.js'
import { useSignedIn } from '../api/signed-in.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { conflictRows } from './conflict-rows.js'
import { ReadVersion } from './read-version.js'
import { SentBack } from './sent-back.js'
import { useOutsideWords } from './use-outside-words.js'

/** Two officers have saved what they made of the same version: a person decides, and nothing is lost. */
export function SettleVersions({
  read: { head, asides, unreadable },
}: {
  readonly read: ReadDraft
}) {
  return (
    <Page title={head.content.title}>
      <SentBack draft={head} />
      {asides.map((aside) => (
        <Settle key={aside.version} head={head} aside={aside} />
      ))}
      {unreadable.map((aside) => (
        <GiveUp key={aside.version} head={head} aside={aside} />
      ))}
    </Page>
  )
}

function Settle({ head, aside }: { readonly head: OpenDraft; readonly aside: OpenDraft }) {
  const { t, i18n } = useTranslation('drafts')
  const { session } = useSignedIn()
  const { draft } = head
  const conflicts = useQuery({
    queryKey: ['draft-conflicts', draft, head.version, aside.version],
    queryFn: async () => {
      const base = await readDraftVersion(session, draft, aside.basis)
      return mergeDrafts(base.content, aside.content, head.content, 'theirs').conflicts
    },
    staleTime: Infinity,
  })
  const settling = useSettling(head, aside)
  const outside = useOutsideWords()
  const rows = conflictRows(conflicts.data ?? [], head.content, i18n.language as Language, outside)
  return (
    <section className="draft-conflict" aria-labelledby={`conflict-${aside.version}`}>
      <Title order={2} id={`conflict-${aside.version}`}>
        {t('conflictTitle')}
      </Title>
      <p>{t('conflictMeaning')}</p>
      <p>
        {t('inForce', { version: head.version, name: head.officer.name })},{' '}
        <Moment at={head.declared} />
        <br />
        {t('beside', { version: aside.version, name: aside.officer.name })},{' '}
        <Moment at={aside.declared} />
      </p>
      {conflicts.isPending && <Loading />}
      {conflicts.error && <Problem error={conflicts.error} />}
      {conflicts.data?.length === 0 && <p>{t('noOverlap')}</p>}
      {rows.length > 0 && (
        <>
          <p>{t('bothChange')}</p>
          <DataTable
            caption={t('bothChange')}
            rows={rows}
            keyOf={({ at }) => at}
            columns={[
              { id: 'place', title: t('place'), isRowHeader: true, cell: ({ place }) => place },
              {
                id: 'inForce',
                title: t('versionInForce', { version: head.version }),
                cell: (row) => <Said text={row.inForce} />,
              },
              {
                id: 'beside',
                title: t('versionBeside', { version: aside.version }),
                cell: (row) => <Said text={row.beside} />,
              },
            ]}
          />
        </>
      )}
      <ReadVersion draft={head} />
      <ReadVersion draft={aside} />
      <Group mt="sm">
        {conflicts.data?.length === 0 && (
          <Button
            data-action="merge"
            disabled={settling.isPending}
            onClick={() => settling.mutate('merge')}
          >
            {t(settling.isPending ? 'settling' : 'merge')}
          </Button>
        )}
        <Button
          variant="default"
          data-action="yours"
          disabled={settling.isPending}
          onClick={() => settling.mutate('yours')}
        >
          {t('takeBeside')}
        </Button>
        <Button
          variant="default"
          data-action="theirs"
          disabled={settling.isPending}
          onClick={() => settling.mutate('theirs')}
        >
          {t('takeInForce')}
        </Button>
      </Group>
      {settling.error && <Problem error={settling.error} />}
    </section>
  )
}

/** One that does not open, as when its key was lost: it can only give way. */
function GiveUp({ head, aside }: { readonly head: OpenDraft; readonly aside: UnreadableVersion }) {
  const { t } = useTranslation('drafts')
  const settling = useSettling(head, aside)
  return (
    <section className="draft-conflict" aria-labelledby={`conflict-${aside.version}`}>
      <Title order={2} id={`conflict-${aside.version}`}>
        {t('unopenedTitle', { version: aside.version })}
      </Title>
      <p>{t('unopenedMeaning', { code: aside.problem })}</p>
      <p>
        {t('inForce', { version: head.version, name: head.officer.name })},{' '}
        <Moment at={head.declared} />
      </p>
      <Group mt="sm">
        <Button
          variant="default"
          data-action="give-up"
          disabled={settling.isPending}
          onClick={() => settling.mutate('theirs')}
        >
          {t(settling.isPending ? 'settling' : 'giveUp')}
        </Button>
      </Group>
      {settling.error && <Problem error={settling.error} />}
    </section>
  )
}

function useSettling({ draft }: OpenDraft, { version }: { readonly version: number }) {
  const { session } = useSignedIn()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (resolution: Resolution) => resolveDraft(session, draft, resolution, version),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['drafts'] })
      void queries.invalidateQueries({ queryKey: ['draft', draft] })
    },
  })
}

/** What a version says at a place, as it was written. */
function Said({ text }: { readonly text: string }) {
  const { t } = useTranslation('drafts')
  if (text === '') return <span className="quiet">{t('leftEmpty')}</span>
  return (
    <div className="conflict-value" dir="auto">
      {text}
    </div>
  )
}
