import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Finding } from './use-findings.js'

type MissingProps = { readonly findings: readonly Finding[] }

/** What forbids to send, and what is worth a look: each line leads to its place in the form. */
export function WhatIsMissing({ findings }: MissingProps) {
  const { t } = useTranslation('compose')
  const musts = findings.filter(({ severity }) => severity === 'must')
  const others = findings.filter(({ severity }) => severity !== 'must')
  return (
    <section aria-labelledby="missing">
      <Title order={2} id="missing" tabIndex={-1} aria-describedby="missing-count">
        {t('missing')}
      </Title>
      <p id="missing-count" role="status" className={musts.length > 0 ? 'late' : undefined}>
        {musts.length > 0 ? t('musts', { count: musts.length }) : `✓ ${t('nothingMissing')}`}
      </p>
      <Lines findings={musts} />
      {others.length > 0 && (
        <>
          <Title order={3}>{t('shoulds')}</Title>
          <Lines findings={others} />
        </>
      )}
    </section>
  )
}

const Lines = ({ findings }: MissingProps) => (
  <ul className="findings">
    {findings.map(({ text, field }) => (
      <li key={text}>{field === undefined ? text : <ToField field={field}>{text}</ToField>}</li>
    ))}
  </ul>
)

const ToField = ({ field, children }: { readonly field: string; readonly children: string }) => (
  <a
    href={`#${field}`}
    onClick={(event) => {
      event.preventDefault()
      // A place that is not asked yet stands in a list that is.
      for (let id = field; id.includes('-'); id = id.slice(0, id.lastIndexOf('-'))) {
        const place = document.getElementById(id)
        if (!place) continue
        place.scrollIntoView({ block: 'center' })
        place.focus()
        return
      }
    }}
  >
    {children}
  </a>
)
