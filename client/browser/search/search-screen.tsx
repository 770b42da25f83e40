import './search.css'
import { Button, Group, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { findInIndex } from '../../core/search/find-in-index.js'
import { Empty, Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { FoundList } from './found-list.js'
import { useIndex } from './use-index.js'

/** Everything that was sent and received, by any word of it. What is looked for goes nowhere. */
export function SearchScreen() {
  const { t } = useTranslation('search')
  const { index, opened } = useIndex()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const found = index.data && asked !== '' ? findInIndex(index.data.entries, asked) : undefined
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setAsked(text.trim())
  }
  return (
    <Page title={t('title')} actions={<Link href="/statistics">{t('toStatistics')}</Link>}>
      <p className="lead">{t('lead')}</p>
      <form role="search" onSubmit={submit} className="search-form">
        <Group align="end">
          <TextInput
            id="search-words"
            type="search"
            label={t('words')}
            description={t('wordsHint')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" data-action="search">
            {t('search')}
          </Button>
        </Group>
      </form>
      {index.isPending && <Loading what={t('opening', { count: opened })} />}
      {index.error && <Problem error={index.error} onRetry={() => void index.refetch()} />}
      {found && (
        <section aria-labelledby="found">
          <h2 id="found">
            <span role="status">{t('found', { count: found.length })}</span>
          </h2>
          {found.length === 0 ? (
            <Empty title={t('nothing')}>
              <p>{t('nothingHint')}</p>
            </Empty>
          ) : (
            <FoundList found={found} />
          )}
        </section>
      )}
    </Page>
  )
}
