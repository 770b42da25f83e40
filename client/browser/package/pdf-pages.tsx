import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading, Problem } from '../components/page-states.js'
import { openPdf, type Pdf } from './open-pdf.js'

/** The pages of a PDF, drawn: no form, link or script of it works, and no font or file is fetched for it. */
export function PdfPages({ content }: { readonly content: Blob }) {
  const [pdf, setPdf] = useState<Pdf | undefined>()
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    let opened: Pdf | undefined
    openPdf(content).then((found) => {
      opened = found
      setPdf(found)
    }, setError)
    return () => opened?.close()
  }, [content])
  if (error !== undefined) return <Problem error={error} />
  if (!pdf) return <Loading />
  return Array.from({ length: Math.min(pdf.pages, 50) }, (_, at) => (
    <PdfPage key={at} pdf={pdf} number={at + 1} />
  ))
}

function PdfPage({ pdf, number }: { readonly pdf: Pdf; readonly number: number }) {
  const { t } = useTranslation('pkg')
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current) void pdf.draw(number, canvas.current)
  }, [pdf, number])
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={t('previewPage', { page: number, pages: pdf.pages })}
    />
  )
}
