import { useTranslation } from 'react-i18next'
import type { Language } from '../../languages/language.js'
import type { Template } from '../../templates/format.js'

type SectionLinksProps = { readonly sections: Template['sections'] }

/** Where a section begins. */
export const sectionId = (id: string): string => `section-${id}`

/** A long form has a way to each of its sections, in sight wherever one is in it. */
export function SectionLinks({ sections }: SectionLinksProps) {
  const { t, i18n } = useTranslation('compose')
  if (sections.length < 3) return null
  return (
    <nav className="section-links" aria-label={t('sections')}>
      <ul>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${sectionId(id)}`}
              onClick={(event) => {
                event.preventDefault()
                const heading = document.getElementById(sectionId(id))
                heading?.scrollIntoView({ block: 'start' })
                heading?.focus({ preventScroll: true })
              }}
            >
              {title[i18n.language as Language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
