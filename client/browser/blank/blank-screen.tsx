import './blank.css'
import { Button, Group, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import type { Language } from '../../languages/language.js'
import { blankYaml } from '../../templates/blank-form.js'
import { currentTemplates } from '../../templates/catalogue.js'
import { Empty } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { handOut } from '../platform/hand-out.js'
import { BlankFields } from './blank-fields.js'

/** A template as an empty form: to be printed and written on, or saved as a file and filled in elsewhere. */
export function BlankScreen() {
  const { t, i18n } = useTranslation('blank')
  const { template: id } = useParams<{ template: string }>()
  const language = i18n.language as Language
  const template = currentTemplates.find((one) => one.id === id)
  if (template === undefined) {
    return (
      <Page title={t('title')}>
        <Empty title={t('unknown')} />
      </Page>
    )
  }
  const file = `${template.id}@${template.version}.yaml`
  return (
    <Page
      title={template.title[language]}
      actions={
        <Link href="/compose" className="no-print">
          {t('back')}
        </Link>
      }
    >
      <p className="lead">{template.about[language]}</p>
      <p className="no-print">{t('meaning')}</p>
      <Group className="no-print" mb="md">
        <Button data-action="print-blank" onClick={() => print()}>
          {t('print')}
        </Button>
        <Button
          variant="default"
          data-action="save-blank"
          onClick={() => handOut(new Blob([blankYaml(template, language)]), file)}
        >
          {t('save')}
        </Button>
        <Link href={`/compose/${template.id}`}>{t('fill')}</Link>
      </Group>
      <p className="quiet no-print">{t('saveMeaning', { file })}</p>
      <div className="blank-form">
        {template.sections.map((section) => (
          <section key={section.id} aria-labelledby={`blank-${section.id}`}>
            <Title order={2} id={`blank-${section.id}`}>
              {section.title[language]}
            </Title>
            <BlankFields
              template={template}
              language={language}
              fields={section.fields}
              within=""
            />
          </section>
        ))}
      </div>
    </Page>
  )
}
