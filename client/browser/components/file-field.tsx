import { Input } from '@mantine/core'
import { useId, useRef } from 'react'

type FileFieldProps = {
  readonly label: string
  readonly hint: string
  readonly accept?: string
  readonly error?: string | undefined
  readonly id?: string
  readonly onChoose: (file: File | undefined) => void
}

/** One file, chosen by the browser's own control: labelled, described, and usable by keyboard as it is. */
export function FileField({ label, hint, accept, error, id, onChoose }: FileFieldProps) {
  const own = useId()
  const input = useRef<HTMLInputElement>(null)
  const field = id ?? own
  return (
    <Input.Wrapper
      id={field}
      label={label}
      description={hint}
      error={error}
      descriptionProps={{ id: `${field}-hint` }}
      errorProps={{ id: `${field}-error` }}
    >
      <input
        ref={input}
        id={field}
        type="file"
        className="file-field"
        accept={accept}
        aria-describedby={error ? `${field}-error ${field}-hint` : `${field}-hint`}
        aria-invalid={error !== undefined}
        onChange={(event) => onChoose(event.currentTarget.files?.[0])}
      />
    </Input.Wrapper>
  )
}
