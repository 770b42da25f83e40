import { Input } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'

type FileFieldProps = {
  readonly label: string
  readonly hint: string
  readonly accept?: string
  readonly error?: string | undefined
  readonly id?: string
  /** What is chosen, where it may also come by being dropped elsewhere. */
  readonly file?: File | undefined
} & (
  | { readonly multiple?: never; readonly onChoose: (file: File | undefined) => void }
  | {
      readonly multiple: true
      /** Asks for a folder, with all that is in it. */
      readonly isFolder?: boolean
      readonly onChooseAll: (files: readonly File[]) => void
    }
)

/** Files chosen by the browser's own control: labelled, described, and usable by keyboard as it is. */
export function FileField(props: FileFieldProps) {
  const { label, hint, accept, error, id, file } = props
  const own = useId()
  const input = useRef<HTMLInputElement>(null)
  const field = id ?? own
  useEffect(() => {
    if (!file || !input.current || input.current.files?.[0] === file) return
    const transfer = new DataTransfer()
    transfer.items.add(file)
    input.current.files = transfer.files
  }, [file])
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
        multiple={props.multiple === true}
        {...(props.multiple && props.isFolder ? { webkitdirectory: '' } : {})}
        aria-describedby={error ? `${field}-error ${field}-hint` : `${field}-hint`}
        aria-invalid={error !== undefined}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          if (props.multiple) props.onChooseAll(files)
          else props.onChoose(files[0])
        }}
      />
    </Input.Wrapper>
  )
}
