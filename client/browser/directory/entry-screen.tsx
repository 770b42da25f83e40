import { Button, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import { isOpen } from '#crypto/directory/is-open.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { entryHistory } from '../../core/directory/entry-history.js'
import { keyChanges } from '../../core/directory/key-changes.js'
import { useSignedIn } from '../api/signed-in.js'
import { nameIn } from '../api/use-directory.js'
import { DataTable } from '../components/data-table.js'
import { Facts } from '../components/facts.js'
import { listed } from '../components/listed.js'
import { Moment } from '../components/moment.js'
import { octets } from '../components/octets.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { VersionTable } from './version-table.js'
import { useKeysChanged } from './use-keys-changed.js'
import { COMPETENCES, spoken, stateName, weekdays } from './words.js'

/** One authority: how to reach it, what it asks for, its keys, and what has changed. */
export function EntryScreen() {
  const { t } = useTranslation('directory')
  const { session } = useSignedIn()
  const [, go] = useLocation()
  const { id } = useParams<{ id: string }>()
  const keysChanged = useKeysChanged()
  const entry = useQuery({
    queryKey: ['entry', id],
    queryFn: async () => {
      const authority = AuthorityId.parse(id)
      const { payload } = await session.directory.current(authority)
      const [changes, revocations, versions] = await Promise.all([
        keyChanges(session.platform.seen, [authority]),
        session.directory.revocations(authority),
        session.directory.history(authority),
      ])
      return { payload, changes, revocations, steps: entryHistory(versions) }
    },
  })
  if (entry.data === undefined) {
    return (
      <Page title={id}>
        {entry.error ? (
          <Problem error={entry.error} onRetry={() => void entry.refetch()} />
        ) : (
          <Loading />
        )}
      </Page>
    )
  }
  const { payload, changes, revocations, steps } = entry.data
  const isOurs = payload.authority === session.officer.authority
  return (
    <Page
      title={nameIn(payload.names)}
      actions={
        !isOurs && (
          <Button onClick={() => go('/compose')} size="sm">
            {t('write')}
          </Button>
        )
      }
    >
      <div className="sign-in-columns">
        <section>
          <Title order={2}>{t('about')}</Title>
          <About entry={payload} />
        </section>
        <section>
          <Title order={2}>{t('contact')}</Title>
          <Contact entry={payload} />
        </section>
      </div>
      <Keys entry={payload} />
      <VersionTable steps={steps} />
      <section>
        <Title order={2}>{t('history')}</Title>
        {changes.length === 0 && <p className="quiet">{t('noChange')}</p>}
        <ul className="plain-list">
          {changes.map(({ version, added, removed, seen }) => (
            <li key={version}>
              {t('changed', { version })} {keysChanged({ added, removed }) || t('sameKeys')}{' '}
              <Moment at={seen} />
            </li>
          ))}
        </ul>
        {revocations.length > 0 && (
          <>
            <Title order={3}>{t('revoked')}</Title>
            <ul className="plain-list">
              {revocations.map(({ digest, payload: { kid, since } }) => (
                <li key={digest}>
                  <code>{kid}</code> <Moment at={since} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </Page>
  )
}

function About({ entry }: { readonly entry: DirectoryEntry }) {
  const { t, i18n } = useTranslation('directory')
  const { languages, accepts } = entry
  return (
    <Facts
      rows={[
        [t('authority'), <code key="a">{entry.authority}</code>],
        [t('state'), stateName(entry.state, i18n.language)],
        [
          t('functions'),
          listed(
            entry.functions.map((one) => t(COMPETENCES[one])),
            i18n.language,
          ),
        ],
        [t('languages'), spoken(languages.normal, i18n.language)],
        [t('urgentLanguages'), spoken(languages.urgent, i18n.language)],
        [t('reciprocity'), spoken(languages.reciprocity, i18n.language)],
        [t('instruments'), listed(entry.instruments, i18n.language)],
        [t('legalBases'), listed(entry.legalBases, i18n.language)],
        [t('requirements'), sentences(entry.requirements)],
        [t('signature'), sentences(entry.signatureRules)],
        [t('formats'), listed(accepts.mediaTypes, i18n.language)],
        [t('largest'), octets(accepts.maximumBytes, i18n.language)],
        [t('laws'), sentences(entry.laws.map(({ title }) => title))],
        [t('approvals'), entry.policy.approvals],
        [t('version'), entry.version],
        [t('validTo'), <Moment key="v" at={entry.validTo} />],
      ]}
    />
  )
}

/** What an authority says in its own language, each by itself; nothing where it says nothing. */
const sentences = (said: readonly string[]) =>
  said.length > 0 &&
  said.map((one) => (
    <p key={one} className="said" dir="auto">
      {one}
    </p>
  ))

function Contact({ entry }: { readonly entry: DirectoryEntry }) {
  const { t, i18n } = useTranslation('directory')
  const { t: own } = useTranslation('ownEntry')
  const { contact, dutyContact } = entry
  const number = (text: string | undefined) => text !== undefined && <bdi dir="ltr">{text}</bdi>
  const isOpenNow = isOpen(entry, new Date())
  return (
    <Facts
      rows={[
        [t('address'), <bdi key="a">{contact.address}</bdi>],
        [t('email'), contact.email],
        [t('telephone'), number(contact.telephone)],
        [t('duty'), number(dutyContact?.telephone)],
        [t('timeZone'), entry.timeZone],
        [
          t('officeHours'),
          <>
            {entry.officeHours.map(({ days, from, to }) => (
              <Fragment key={`${days.join()} ${from}`}>
                {weekdays(days, i18n.language)}{' '}
                <bdi dir="ltr">
                  {from}–{to}
                </bdi>
                <br />
              </Fragment>
            ))}
            {t(isOpenNow ? 'open' : 'closed')}
          </>,
        ],
        [
          t('channels'),
          listed(
            entry.channels.map((channel) => own(`channel_${channel.replace('@', '') as 'post'}`)),
            i18n.language,
          ),
        ],
      ]}
    />
  )
}

function Keys({ entry }: { readonly entry: DirectoryEntry }) {
  const { t } = useTranslation('directory')
  return (
    <section>
      <Title order={2}>{t('keys')}</Title>
      <p className="quiet">{t('keysMeaning')}</p>
      <DataTable
        caption={t('keys')}
        rows={entry.keys}
        keyOf={({ kid }) => kid}
        columns={[
          {
            id: 'purpose',
            title: t('purpose'),
            isRowHeader: true,
            cell: ({ purpose }) => t(`purpose_${purpose}`),
          },
          { id: 'kid', title: t('fingerprint'), cell: ({ kid }) => <code>{kid}</code> },
          { id: 'from', title: t('from'), cell: ({ notBefore }) => <Moment at={notBefore} /> },
          { id: 'until', title: t('until'), cell: ({ notAfter }) => <Moment at={notAfter} /> },
        ]}
      />
    </section>
  )
}
