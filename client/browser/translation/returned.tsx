import { Button, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { HandoffItem } from '#crypto/translation/handoff-content.js'
import { honestName } from '../../core/content/honest-name.js'
import { openTargets } from '../../core/translation/open-handoff.js'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { useSignedIn } from '../api/signed-in.js'
import { Loading, Problem } from '../components/page-states.js'
import { blobSink } from '../platform/blob-sink.js'
import { handOut } from '../platform/hand-out.js'
import { Items } from './items.js'

/** The newest translation that was given back: for the authority, the reviewer, and the translator. */
export function Returned({ open }: { readonly open: OpenHandoff }) {
  const { t } = useTranslation('translation')
  const { session } = useSignedIn()
  const fetching = useMutation({
    mutationFn: async () => {
      const found: { item: HandoffItem; sink: ReturnType<typeof blobSink> }[] = []
      const { contradicted } = await openTargets(session, open, (item) => {
        const sink = blobSink('application/octet-stream')
        found.push({ item, sink })
        return Promise.resolve(sink)
      })
      return found.map((one) => ({ ...one, contradicted: contradicted.get(one.item.part) }))
    },
  })
  const foundOf = ({ part }: HandoffItem) => fetching.data?.find(({ item }) => item.part === part)
  return (
    <section aria-labelledby="returned">
      <Title order={2} id="returned">
        {t('returned')}
      </Title>
      {fetching.data ? (
        <Items
          caption={t('returned')}
          items={fetching.data.map(({ item }) => item)}
          contentOf={(item) => {
            const found = foundOf(item)
            return Promise.resolve(found?.contradicted ? 'contradicted' : found?.sink.content())
          }}
          onSave={(item) => {
            const found = foundOf(item)
            const content = found?.sink.content()
            if (content) handOut(content, honestName(item.name, found?.contradicted))
            return Promise.resolve()
          }}
        />
      ) : (
        <Button
          variant="default"
          data-action="open-returned"
          disabled={fetching.isPending}
          onClick={() => fetching.mutate()}
        >
          {t('openReturned')}
        </Button>
      )}
      {fetching.isPending && <Loading what={t('reading')} />}
      {fetching.error && <Problem error={fetching.error} />}
    </section>
  )
}
