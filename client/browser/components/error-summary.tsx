import { Alert } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/** What is wrong with a form, by the id of the field: each line leads to its field. */
export type FieldErrors = Readonly<Record<string, string>>

/** Above a form that was sent with mistakes; it takes the focus, so that they are read out. */
export function ErrorSummary({ errors }: { readonly errors: FieldErrors }) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const names = Object.keys(errors)
  useEffect(() => {
    if (names.length > 0) box.current?.focus()
    // Each attempt makes a new object, and moves the focus anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [errors])
  if (names.length === 0) return null
  const lead = (id: string) => {
    const field = document.getElementById(id)
    field?.scrollIntoView({ block: 'center' })
    field?.focus()
  }
  return (
    <Alert ref={box} role="alert" tabIndex={-1} color="red" variant="light" title={t('correct')}>
      <ul className="plain-list">
        {names.map((id) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault()
                lead(id)
              }}
            >
              {errors[id]}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
