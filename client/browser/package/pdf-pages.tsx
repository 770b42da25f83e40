import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading, Problem } from '../components/page-states.js'
import { openPdf, type Pdf } from './open-pdf.js'

/** So many pages are shown: who wants all of a longer one saves it. */
const MOST = 50

/** The pages of a PDF, drawn as they are scrolled to: no form, link or script of it works, and no font or file is fetched for it. */
export function PdfPages({ content }: { readonly content: Blob }) {
  const { t } = useTranslation('pkg')
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
  return (
    <>
      {pdf.pages > MOST && (
        <p className="quiet" data-cut={MOST}>
          {t('previewCut', { most: MOST, pages: pdf.pages })}
        </p>
      )}
      {Array.from({ length: Math.min(pdf.pages, MOST) }, (_, at) => (
        <PdfPage key={at} pdf={pdf} number={at + 1} />
      ))}
    </>
  )
}

function PdfPage({ pdf, number }: { readonly pdf: Pdf; readonly number: number }) {
  const { t } = useTranslation('pkg')
  const canvas = useRef<HTMLCanvasElement>(null)
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    const place = canvas.current
    if (!place) return undefined
    let isShown = true
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting !== true) return
        watch.disconnect()
        pdf.draw(number, place).catch((reason: unknown) => {
          // Whoever closes the preview stops what is being drawn.
          if (isShown) setError(reason)
        })
      },
      // A screen ahead of whoever scrolls.
      { rootMargin: '100% 0px' },
    )
    watch.observe(place)
    return () => {
      isShown = false
      watch.disconnect()
    }
  }, [pdf, number])
  const name = t('previewPage', { page: number, pages: pdf.pages })
  if (error !== undefined) {
    return (
      <div data-undrawn={number}>
        <p>{name}</p>
        <Problem error={error} />
      </div>
    )
  }
  return <canvas ref={canvas} role="img" aria-label={name} />
}
