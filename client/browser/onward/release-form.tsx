import { Button, Stack, TextInput, Title } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadPackage } from '../../core/packages/open-package.js'
import { useSignedIn } from '../api/signed-in.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { localDay } from '../components/local-moment.js'
import { Problem } from '../components/page-states.js'
import { useLeaveWarning } from '../leaving/place.js'
import { type Redaction, RedactionFields } from './redaction-fields.js'
import { type ReleasePair, ReleasePairs } from './release-pairs.js'
import { Released } from './released.js'
import { useRelease } from './use-release.js'

const EMPTY: ReleasePair = { original: undefined, released: undefined }

/** Which documents are released in which version, from what as what, who decided that, and what was taken out. */
export function ReleaseForm({ read }: { readonly read: ReadPackage | undefined }) {
  const { t } = useTranslation('onward')
  const { session } = useSignedIn()
  const [pairs, setPairs] = useState<readonly ReleasePair[]>(
    read?.manifest.parts.map((original) => ({ original, released: undefined })) ?? [EMPTY],
  )
  const [said, setSaid] = useState({
    from: read?.manifest.marks.classification ?? '',
    to: '',
    by: '',
    basis: '',
    decided: localDay(session.platform.now()),
  })
  const [redactions, setRedactions] = useState<readonly Redaction[]>([])
  const [errors, setErrors] = useState<FieldErrors>({})
  const releasing = useRelease(read)
  const typed = [said.to, said.by, said.basis, ...redactions.map(({ place }) => place)]
  const isChosen = pairs.some(({ released }) => released !== undefined)
  useLeaveWarning((isChosen || typed.join('').trim() !== '') && releasing.data === undefined)
  const say = (name: keyof typeof said) => ({
    id: `release-${name}`,
    error: errors[`release-${name}`],
    value: said[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setSaid({ ...said, [name]: event.currentTarget.value }),
  })
  const documents = pairs.flatMap(({ original, released }) =>
    original && released ? [{ original, released }] : [],
  )
  const names = documents.map(({ released }) => released.name.normalize('NFC'))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const found = {
      ...(documents.length === 0 && { 'released-0': t('needReleased') }),
      ...Object.fromEntries(
        pairs.flatMap(({ original, released }, at) =>
          released && !original ? [[`original-${at}`, t('needOriginal')]] : [],
        ),
      ),
      ...(said.from.trim() === '' && { 'release-from': t('needFrom') }),
      ...((said.to.trim() === '' || said.to.trim() === said.from.trim()) && {
        'release-to': t('needTo'),
      }),
      ...(said.by.trim() === '' && { 'release-by': t('needBy') }),
      ...(said.basis.trim() === '' && { 'release-basis': t('needBasis') }),
      ...(said.decided === '' && { 'release-decided': t('needDecided') }),
      ...Object.fromEntries(
        redactions.flatMap(({ document, place }, at) =>
          names.includes(document) && place.trim() !== ''
            ? []
            : [[`redaction-${at}`, t('needPlace', { number: at + 1 })]],
        ),
      ),
    } as FieldErrors
    setErrors(found)
    if (Object.keys(found).length === 0) releasing.mutate({ documents, redactions, ...said })
  }
  if (releasing.data) return <Released made={releasing.data} caseId={read?.manifest.case} />
  return (
    <form noValidate onSubmit={submit} className="onward-form">
      <Stack gap="md">
        <ErrorSummary errors={errors} />
        <Title order={2}>{t('versions')}</Title>
        <ReleasePairs
          pairs={pairs}
          isOfPackage={read !== undefined}
          errors={errors}
          onChange={setPairs}
        />
        <Title order={2}>{t('decision')}</Title>
        <TextInput label={t('from')} maxLength={80} {...say('from')} />
        <TextInput label={t('to')} description={t('toHint')} maxLength={80} {...say('to')} />
        <TextInput label={t('by')} description={t('byHint')} maxLength={300} {...say('by')} />
        <TextInput
          label={t('basis')}
          description={t('basisHint')}
          maxLength={500}
          {...say('basis')}
        />
        <TextInput type="date" label={t('decided')} {...say('decided')} />
        <RedactionFields
          names={names}
          errors={errors}
          redactions={redactions}
          onChange={setRedactions}
        />
        <p className="quiet">{t('releaseShown')}</p>
        {releasing.error && <Problem error={releasing.error} />}
        <div>
          <Button type="submit" data-action="release" disabled={releasing.isPending}>
            {t(releasing.isPending ? 'signingRelease' : 'signRelease')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
