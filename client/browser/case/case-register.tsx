import { Checkbox, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { PackageId } from '#crypto/fields/fields.js'
import type { RegisterEntry } from '../../case/register/register-entry.js'
import type { Language } from '../../languages/language.js'
import { useAuthorityName } from '../api/use-directory.js'
import { DataTable } from '../components/data-table.js'
import { groundName } from './case-words.js'
import { RegisterStateMark } from './register-state-mark.js'
import type { ShownCase } from './use-case.js'

const ENDED: readonly RegisterEntry['state'][] = ['fulfilled', 'released', 'replaced', 'void']

/** What one side owes the other because of what it promised, asked or accepted; on what evidence it rests. */
export function CaseRegister({ found }: { readonly found: ShownCase }) {
  const { t } = useTranslation('cases')
  const nameOf = useAuthorityName()
  const [isWhole, setWhole] = useState(false)
  const { entries, approvals, ignored } = found.register
  const ended = entries.filter(({ state }) => ENDED.includes(state)).length
  const shown = isWhole ? entries : entries.filter(({ state }) => !ENDED.includes(state))
  return (
    <section aria-labelledby="register" className="case-register">
      <Title order={2} id="register">
        {t('register')}
      </Title>
      <p>{t('registerMeaning')}</p>
      {ended > 0 && (
        <Checkbox
          mb="sm"
          label={t('registerEnded', { count: ended })}
          checked={isWhole}
          onChange={(event) => setWhole(event.currentTarget.checked)}
        />
      )}
      {shown.length === 0 ? (
        <p className="quiet">{t('registerNone')}</p>
      ) : (
        <DataTable
          caption={t('register')}
          rows={shown}
          keyOf={({ id, counterpart }) => `${id} ${counterpart}`}
          columns={[
            {
              id: 'what',
              title: t('registerWhat'),
              isRowHeader: true,
              cell: (entry) => <What entry={entry} found={found} />,
            },
            {
              id: 'bound',
              title: t('registerBound'),
              cell: ({ bound, owedTo }) =>
                t('registerOwed', { bound: nameOf(bound), to: nameOf(owedTo) }),
            },
            {
              id: 'until',
              title: t('registerUntil'),
              cell: ({ until }) => until ?? <span aria-hidden>–</span>,
            },
            {
              id: 'state',
              title: t('state'),
              cell: ({ state, history }) => (
                <span>
                  <RegisterStateMark state={state} />
                  <br />
                  <Link href={`/packages/${history.at(-1)?.package}`}>{t('registerRests')}</Link>
                </span>
              ),
            },
          ]}
        />
      )}
      {approvals.length > 0 && (
        <ul className="plain-list">
          {approvals.map(({ of, to, by, givenTo, until, evidence }) => (
            <li key={evidence}>
              {t('registerApproval', {
                by: nameOf(by),
                givenTo: nameOf(givenTo),
                to: nameOf(to),
              })}
              {until !== null && ` (${t('until', { day: until })})`}{' '}
              <Link href={`/packages/${of}`}>{t('openRequest')}</Link>
            </li>
          ))}
        </ul>
      )}
      {ignored.length > 0 && (
        <ul className="plain-list">
          {ignored.map(({ package: id, entry, code }) => (
            <li key={`${id} ${entry}`}>
              ✗ <Link href={`/packages/${id}`}>{t('registerIgnored')}</Link> {t(`fault_${code}`)}{' '}
              <code>{entry}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function What({ entry, found }: { readonly entry: RegisterEntry; readonly found: ShownCase }) {
  const { t, i18n } = useTranslation('cases')
  const { id, kind, what, text, number } = entry
  const setter = PackageId.safeParse(id.split('#')[0]).data
  const template = setter && found.packages.get(setter)?.manifest.template.id
  const codes = (what ?? '').split(' ').filter((code) => code !== '')
  const words = codes.map((code) => groundName(template ?? '', code, i18n.language as Language))
  return (
    <span>
      <strong>{t(`obligation_${kind}`)}</strong>
      {number !== null && ` ${number}`}
      {words.length > 0 && <>: {words.join('; ')}</>}
      {text !== '' && (
        <>
          <br />
          <span dir="auto" className="register-text">
            {text}
          </span>
        </>
      )}
      <br />
      <code className="quiet register-id">{id}</code>
    </span>
  )
}
