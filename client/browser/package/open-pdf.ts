import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { startWorker } from '../platform/start-worker.js'

export type Pdf = {
  readonly pages: number
  /** Draws a page into a canvas as wide as its place. */
  draw(page: number, canvas: HTMLCanvasElement): Promise<void>
  close(): void
}

/** Reads a PDF in a worker. Its scripts are not run, its forms and links not made. @throws what pdf.js throws */
export async function openPdf(content: Blob): Promise<Pdf> {
  const worker = startWorker(workerAddress)
  GlobalWorkerOptions.workerPort = worker
  const task = getDocument({
    data: new Uint8Array(await content.arrayBuffer()),
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: false,
    useSystemFonts: true,
    stopAtErrors: false,
  })
  const pdf = await task.promise
  return {
    pages: pdf.numPages,
    async draw(number, canvas) {
      const page = await pdf.getPage(number)
      const { width } = page.getViewport({ scale: 1 })
      const place = canvas.parentElement?.clientWidth ?? 800
      const scale = (Math.min(place, 1000) / width) * Math.min(devicePixelRatio, 2)
      const viewport = page.getViewport({ scale })
      canvas.width = viewport.width
      canvas.height = viewport.height
      await page.render({ canvas, viewport }).promise
    },
    close() {
      void task.destroy()
      worker.terminate()
    },
  }
}
