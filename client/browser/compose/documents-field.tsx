import { Button, Input } from '@mantine/core'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftDocument } from '#crypto/drafts/draft-version.js'
import { octets } from '../components/octets.js'

type DocumentsFieldProps = {
  readonly files: readonly File[]
  /** Of a draft: what it names and nobody has chosen here yet. */
  readonly named: readonly DraftDocument[]
  readonly onChange: (files: readonly File[], named: readonly DraftDocument[]) => void
}

/** Documents by dropping or by the browser's own dialogue. The same name again replaces the file. */
export function DocumentsField({ files, named, onChange }: DocumentsFieldProps) {
  const { t, i18n } = useTranslation('compose')
  const { t: drafts } = useTranslation('drafts')
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const add = (more: readonly File[]) => {
    const names = more.map(({ name }) => name.normalize('NFC'))
    onChange(
      [...files.filter(({ name }) => !names.includes(name.normalize('NFC'))), ...more],
      named.filter(({ name }) => !names.includes(name)),
    )
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
                onClick={() =>
                  onChange(
                    files.filter((other) => other !== file),
                    named,
                  )
                }
              >
                {t('remove', { ns: 'common' })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {named.length > 0 && (
        <>
          <p>
            <strong>{drafts('named')}.</strong> {drafts('namedMeaning')}
          </p>
          <ul className="file-list">
            {named.map((document) => (
              <li key={document.name}>
                <bdi>{document.name}</bdi>
                <span className="quiet">{octets(document.length, i18n.language)}</span>
                <span className="mark mark-urgent">{drafts('namedMissing')}</span>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="red"
                  aria-label={t('removeFile', { name: document.name })}
                  onClick={() =>
                    onChange(
                      files,
                      named.filter((other) => other !== document),
                    )
                  }
                >
                  {t('remove', { ns: 'common' })}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
