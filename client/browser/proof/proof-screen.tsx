import './proof.css'
import { Button, Group, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type DragEvent, type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { formatTrustList } from '#crypto/directory/trust-list.js'
import { fill } from '../../languages/fill.js'
import type { Report } from '../../report/report.js'
import { examine } from '../../verifier/examine.js'
import { measureDocument } from '../../verifier/measure-document.js'
import type { PageState, Problem } from '../../verifier/page-state.js'
import { useAccess } from '../api/signed-in.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { FileField } from '../components/file-field.js'
import { Problem as Failure } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { useReportTexts } from '../languages/use-report-texts.js'
import { SaveCertificate } from './certificate/save-certificate.js'
import { HeldAgainst } from './held-against.js'
import { holdAgainst } from './hold-against.js'
import { Verdict } from './verdict.js'

type Chosen = Pick<PageState, 'bundle' | 'trust' | 'documents'>

/** Whoever has a bundle and a trust list checks it here: nothing leaves the browser, no account is needed. */
export function ProofScreen() {
  const { t } = useTranslation('proof')
  const { page: words } = useReportTexts()
  const { signedIn } = useAccess()
  const [own] = useState(() => signedIn && trustFile(formatTrustList(signedIn.session.trust)))
  const [chosen, setChosen] = useState<Chosen>({ bundle: undefined, trust: own, documents: [] })
  const [against, setAgainst] = useState<File | undefined>()
  const [work, setWork] = useState<PageState['work']>()
  const [errors, setErrors] = useState<FieldErrors>({})
  const textOf = ({ code, file = '' }: Problem) => fill(words[code], { file })
  const checking = useMutation({
    mutationFn: async () => {
      const found = await examine(chosen, setWork)
      if (!('verdict' in found)) {
        return { errors: Object.fromEntries(found.map((one) => [one.field, textOf(one)])) }
      }
      if (!against) return { report: found }
      const held = await holdAgainst({ ...chosen, against }, setWork)
      return 'outcome' in held
        ? { report: found, comparison: held }
        : { errors: { against: held.map(textOf).join(' ') } }
    },
    onSuccess: (found) => setErrors(found.errors ?? {}),
    onSettled: () => setWork(undefined),
  })
  const choose = (changed: Partial<Chosen>) => {
    setChosen({ ...chosen, ...changed })
    checking.reset()
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const files = [...event.dataTransfer.files]
    const bundle = files.find(({ name }) => name.endsWith('.rogatory-proof'))
    const documents = files.filter((file) => file !== bundle)
    choose({ ...(bundle && { bundle }), ...(documents.length > 0 && { documents }) })
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    checking.mutate()
  }
  const { report, comparison } = checking.data ?? {}
  return (
    <Page title={words.title}>
      <p className="lead">{words.lead}</p>
      <p className="no-print">
        <Link href="/proof/ageing">{t('toAgeing')}</Link>
      </p>
      <form
        noValidate
        className="proof-form no-print"
        onSubmit={submit}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
      >
        <Stack gap="md">
          <ErrorSummary errors={errors} />
          <FileField
            id="bundle"
            label={words.chooseBundle}
            hint={words.chooseBundleHint}
            accept=".rogatory-proof"
            error={errors['bundle']}
            file={chosen.bundle}
            onChoose={(bundle) => choose({ bundle })}
          />
          <FileField
            id="trust"
            label={words.chooseTrust}
            hint={own ? t('ownTrust') : words.chooseTrustHint}
            accept=".json,application/json"
            error={errors['trust']}
            onChoose={(trust) => choose({ trust: trust ?? own })}
          />
          <FileField
            id="documents"
            label={words.chooseDocuments}
            hint={words.chooseDocumentsHint}
            error={errors['documents']}
            multiple
            onChooseAll={(documents) => choose({ documents })}
          />
          <FileField
            id="against"
            label={t('against')}
            hint={t('againstHint')}
            accept=".rogatory-proof"
            error={errors['against']}
            onChoose={(file) => {
              setAgainst(file)
              checking.reset()
            }}
          />
          <Group>
            <Button type="submit" disabled={checking.isPending}>
              {words.verify}
            </Button>
            <span role="status">
              {work === 'verifying' && words.working}
              {typeof work === 'object' &&
                fill(words.reading, { file: work.file, percent: String(work.percent) })}
            </span>
          </Group>
        </Stack>
      </form>
      {checking.error && <Failure error={checking.error} />}
      {report && <Verdict report={report} />}
      {comparison && <HeldAgainst comparison={comparison} />}
      {report && report.verdict.verdict !== 'contradicted' && report.package && (
        <SaveCertificate
          key={report.package.id}
          name={report.package.id}
          hasTranslations={provesTranslation(report.verdict.facts)}
          source={() => sourceOf(chosen)}
        />
      )}
      <p className="quiet no-print">
        {t('offlineCopy')} <a href="/verifier">{t('offlineLink')}</a>
      </p>
    </Page>
  )
}

const provesTranslation = (facts: Report['verdict']['facts']) =>
  facts.some(({ fact, standing }) => fact === 'translation-certified' && standing === 'proved')

/** What was verified, for the certificate: the same files. */
async function sourceOf({ bundle, trust, documents }: Chosen) {
  if (!bundle || !trust) throw new TypeError('it was verified, so it is there')
  return {
    bundle: new Uint8Array(await bundle.arrayBuffer()),
    trust: await trust.text(),
    documents: await Promise.all(documents.map((file) => measureDocument(file, () => undefined))),
  }
}

const trustFile = (text: string) => new File([text], 'trust.json', { type: 'application/json' })
