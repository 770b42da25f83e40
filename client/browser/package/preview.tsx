import { Button, Group, Title } from '@mantine/core'
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ManifestPart } from '#crypto/package/manifest.js'
import { Loading } from '../components/page-states.js'
import { previewKind } from './preview-kind.js'

const PdfPages = lazy(async () => ({ default: (await import('./pdf-pages.js')).PdfPages }))

type PreviewProps = {
  readonly part: Pick<ManifestPart, 'name' | 'mediaType' | 'length'>
  /** Verified plaintext. */
  readonly content: Blob
  readonly onClose: () => void
}

/** A document on the screen, from verified plaintext only; nothing in it runs, nothing is fetched for it. */
export function Preview({ part, content, onClose }: PreviewProps) {
  const { t } = useTranslation('pkg')
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [part])
  const kind = previewKind(part)
  return (
    <section className="preview" aria-labelledby={id}>
      <Group justify="space-between">
        <Title order={3} id={id} tabIndex={-1} ref={heading}>
          {t('previewTitle', { name: part.name })}
        </Title>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('closePreview')}
        </Button>
      </Group>
      {kind === 'image' && <Picture content={content} name={part.name} />}
      {kind === 'text' && <Text content={content} />}
      {kind === 'pdf' && (
        <Suspense fallback={<Loading />}>
          <PdfPages content={content} />
        </Suspense>
      )}
    </section>
  )
}

function Picture({ content, name }: { readonly content: Blob; readonly name: string }) {
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const url = URL.createObjectURL(content)
    if (image.current) image.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [content])
  return <img ref={image} alt={name} />
}

function Text({ content }: { readonly content: Blob }) {
  const [text, setText] = useState('')
  useEffect(() => {
    void content.text().then(setText)
  }, [content])
  return (
    <pre dir="auto" tabIndex={0}>
      {text}
    </pre>
  )
}
