import { Button, Input } from '@mantine/core'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { octets } from '../components/octets.js'

type DocumentsFieldProps = {
  readonly files: readonly File[]
  readonly onChange: (files: readonly File[]) => void
}

/** Documents by dropping or by the browser's own dialogue. The same name again replaces the file. */
export function DocumentsField({ files, onChange }: DocumentsFieldProps) {
  const { t, i18n } = useTranslation('compose')
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const add = (more: readonly File[]) => {
    const names = more.map(({ name }) => name)
    onChange([...files.filter(({ name }) => !names.includes(name)), ...more])
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    add([...event.dataTransfer.files])
  }
  return (
    <div
      className={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Input.Label htmlFor="documents-input">{t('documents')}</Input.Label>
      <Input.Description id="documents-hint">{t('documentsHint')}</Input.Description>
      <input
        ref={input}
        id="documents-input"
        type="file"
        multiple
        className="file-field"
        aria-describedby="documents-hint"
        onChange={(event) => {
          add([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      {files.length > 0 && (
        <ul className="file-list">
          {files.map((file) => (
            <li key={file.name}>
              <bdi>{file.name}</bdi>
              <span className="quiet">{octets(file.size, i18n.language)}</span>
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                aria-label={t('removeFile', { name: file.name })}
                onClick={() => onChange(files.filter((other) => other !== file))}
              >
                {t('remove', { ns: 'common' })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
