import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { useSignedIn } from '../api/signed-in.js'
import { Loading, Problem } from '../components/page-states.js'
import { useHandoffs } from '../translation/use-handoffs.js'
import { usePairName } from '../translation/use-pair-name.js'
import { translationFiles } from './translation-files.js'
import type { DraftHandle } from './use-draft.js'

/** Certified translations of the authority, each of which can be sent along with its original and its record. */
export function TranslationsField({ handle: { draft, change } }: { readonly handle: DraftHandle }) {
  const { t } = useTranslation('compose')
  const { session } = useSignedIn()
  const { pairName } = usePairName()
  const found = useHandoffs()
  const certified = (found.data?.handoffs ?? []).filter(
    ({ handoff, derived: { state } }) =>
      handoff.payload.authority === session.officer.authority &&
      (state?.stage === 'certified' || state?.stage === 'countersigned'),
  )
  const adding = useMutation({
    mutationFn: (open: OpenHandoff) => translationFiles(session, open, draft.files),
    onSuccess: ({ files, translated }) => {
      const names = files.map(({ name }) => name)
      change({
        files: [...draft.files.filter(({ name }) => !names.includes(name)), ...files],
        named: draft.named.filter(({ name }) => !names.includes(name)),
        translated: [...draft.translated, ...translated],
      })
    },
  })
  if (certified.length === 0) return null
  const isMissing = codeOf(adding.error) === 'draft-documents'
  return (
    <section aria-labelledby="certified-translations">
      <h3 id="certified-translations">{t('translations')}</h3>
      <p className="quiet">{t('translationsHint')}</p>
      <ul className="file-list">
        {certified.map((open) => {
          const { handoff, pair } = open.handoff.payload
          const isAdded = draft.files.some(({ name }) => name.startsWith(handoff))
          return (
            <li key={handoff}>
              <Link href={`/translation/${handoff}`}>{pairName(pair)}</Link>
              <bdi className="quiet">{open.handoff.credential.payload.name}</bdi>
              {isAdded ? (
                <span className="mark mark-good">✓ {t('translationAdded')}</span>
              ) : (
                <Button
                  size="compact-sm"
                  variant="default"
                  data-translation={handoff}
                  disabled={adding.isPending}
                  onClick={() => adding.mutate(open)}
                >
                  {t('addTranslation')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {adding.isPending && <Loading what={t('addingTranslation')} />}
      {isMissing && (
        <p role="alert" className="late">
          {t('needOriginal')}
        </p>
      )}
      {adding.error && !isMissing && <Problem error={adding.error} />}
    </section>
  )
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? error.code : undefined
