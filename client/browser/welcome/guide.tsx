import './guide.css'
import { Paper, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { siteQuery } from '../api/site.js'
import { useSignedIn } from '../api/signed-in.js'
import { type Row, useMailbox } from '../inbox/use-mailbox.js'

const HIDDEN = 'rogatory.guide'
/** `npm start` plays one exchange by itself: the newcomer's own is the next one. */
const PLAYED = 1

/** The first exchange, step by step, in an example deployment; each step is marked when it has happened. */
export function Guide() {
  const { identity } = useSignedIn()
  const site = useQuery(siteQuery)
  const [isHidden, setHidden] = useState(() => sessionStorage.getItem(HIDDEN) !== null)
  if (site.data?.example !== true || !identity.isExample || isHidden) return null
  return (
    <Steps
      onHide={() => {
        sessionStorage.setItem(HIDDEN, 'yes')
        setHidden(true)
      }}
    />
  )
}

function Steps({ onHide }: { readonly onHide: () => void }) {
  const { t } = useTranslation('welcome')
  const { session } = useSignedIn()
  const mailbox = useMailbox()
  const isRequesting = session.officer.authority === 'xa.moj'
  const own = (mailbox.data?.rows ?? []).filter(
    ({ box }) => box === (isRequesting ? 'sent' : 'inbox'),
  )
  const newest: Row | undefined = own.length > PLAYED ? own[0] : undefined
  const isOpened = newest !== undefined && ['handed-over', 'accepted'].includes(newest.state)
  const isReceived = newest?.state === 'accepted'
  const steps = [
    {
      done: newest !== undefined,
      text: t('send', { fill: t('fillExample') }),
      action: isRequesting && <Link href="/compose/mla-request">{t('sendAction')}</Link>,
    },
    {
      done: newest !== undefined && (!isRequesting || isOpened),
      text: t('arrive'),
      action: (
        <a href={isRequesting ? '/?as=xb' : '/?as=xa'} target="_blank" rel="noopener">
          {t(isRequesting ? 'openRequested' : 'openRequesting')}
        </a>
      ),
    },
    { done: isOpened, text: t('open'), action: !isRequesting && toNewest(newest, t('openAction')) },
    { done: isReceived, text: t('acknowledge'), action: false },
    { done: false, text: t('prove'), action: isRequesting && toNewest(newest, t('proveAction')) },
  ]
  return (
    <Paper component="section" className="guide" aria-labelledby="guide" withBorder>
      <div className="guide-head">
        <Title order={2} id="guide">
          {t('title')}
        </Title>
        <button type="button" className="link-button" onClick={onHide}>
          {t('hide')}
        </button>
      </div>
      <ol>
        {steps.map(({ done, text, action }) => (
          <li key={text} className={done ? 'done' : undefined}>
            {done && <span className="mark mark-good">✓ {t('done')}</span>} {text} {action}
          </li>
        ))}
      </ol>
    </Paper>
  )
}

const toNewest = (row: Row | undefined, words: string) =>
  row !== undefined && <Link href={`/packages/${row.package}`}>{words}</Link>
