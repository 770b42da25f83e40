import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { AuthorityFunction } from '#crypto/directory/entry.js'
import { lookAlikes } from '../../core/directory/look-alikes.js'
import { nameIn, useDirectory } from '../api/use-directory.js'
import { DataTable } from '../components/data-table.js'
import { listed } from '../components/listed.js'
import { Empty, Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { useListed } from '../components/use-listed.js'
import { Elsewhere } from '../contacts/elsewhere.js'
import { COMPETENCES, spoken, stateName } from './words.js'

/** Who is there: every authority whose entry verifies. */
export function DirectoryScreen() {
  const { t, i18n } = useTranslation('directory')
  const list = useListed()
  const [, go] = useLocation()
  const directory = useDirectory()
  const [words, setWords] = useState('')
  const [competence, setCompetence] = useState('')
  const { language } = i18n
  // Of everybody, whatever is filtered: the one that is looked for may be the one that it is taken for.
  const confused = lookAlikes(
    (directory.data?.entries ?? [])
      .map(({ payload }) => payload)
      .filter(({ kind }) => kind === 'authority'),
  )
  const sought = words.trim().toLocaleLowerCase()
  const entries = (directory.data?.entries ?? [])
    .map(({ payload }) => payload)
    .filter(({ kind }) => kind === 'authority')
    .filter(({ functions }) => competence === '' || functions.some((one) => one === competence))
    .filter(({ authority, state, names, instruments }) =>
      [authority, state, stateName(state, language), ...Object.values(names), ...instruments]
        .join(' ')
        .toLocaleLowerCase()
        .includes(sought),
    )
  const refused = directory.data?.refused ?? []
  return (
    <Page title={t('title')} actions={<Link href="/directory/exchange">{t('toExchange')}</Link>}>
      <p className="lead">{t('lead')}</p>
      <div className="filters">
        <TextInput
          type="search"
          label={t('search')}
          placeholder={t('searchHint')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('competence')}
          value={competence}
          onChange={(event) => setCompetence(event.currentTarget.value)}
        >
          <option value="">{t('anyCompetence')}</option>
          {AuthorityFunction.options.map((one) => (
            <option key={one} value={one}>
              {t(COMPETENCES[one])}
            </option>
          ))}
        </NativeSelect>
      </div>
      {directory.isPending && <Loading />}
      {directory.error && (
        <Problem error={directory.error} onRetry={() => void directory.refetch()} />
      )}
      {refused.length > 0 && (
        <p role="alert" className="done-bad">
          {t('refused', { count: refused.length, names: list(refused) })}
        </p>
      )}
      {confused.length > 0 && (
        <div role="alert" className="done-bad">
          <p>
            <strong>{t('alike')}</strong>
          </p>
          <ul className="plain-list">
            {confused.map(({ authorities: [one, other], names: [name, otherName] }) => (
              <li key={`${one} ${other}`}>{t('alikePair', { one, name, other, otherName })}</li>
            ))}
          </ul>
        </div>
      )}
      {directory.data && entries.length === 0 && <Empty title={t('none')} />}
      {entries.length > 0 && (
        <DataTable
          caption={t('title')}
          rows={entries}
          keyOf={({ authority }) => authority}
          onOpen={({ authority }) => go(`/directory/${authority}`)}
          columns={[
            {
              id: 'authority',
              title: t('authority'),
              isRowHeader: true,
              cell: ({ authority, names }) => (
                <span>
                  <Link href={`/directory/${authority}`}>{nameIn(names)}</Link>
                  <br />
                  <bdi className="mono quiet">{authority}</bdi>
                </span>
              ),
            },
            { id: 'state', title: t('state'), cell: ({ state }) => stateName(state, language) },
            {
              id: 'functions',
              title: t('functions'),
              cell: ({ functions }) =>
                listed(
                  functions.map((one) => t(COMPETENCES[one])),
                  i18n.language,
                ),
            },
            {
              id: 'languages',
              title: t('languages'),
              cell: ({ languages }) => spoken(languages.normal, language),
            },
            {
              id: 'duty',
              title: t('duty'),
              cell: ({ dutyContact }) =>
                dutyContact?.telephone === undefined ? (
                  <span aria-hidden>–</span>
                ) : (
                  <bdi dir="ltr" className="telephone">
                    {dutyContact.telephone}
                  </bdi>
                ),
            },
          ]}
        />
      )}
      <Elsewhere sought={sought} competence={competence} />
    </Page>
  )
}
