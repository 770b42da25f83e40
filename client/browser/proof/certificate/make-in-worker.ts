import { startWorker } from '../../platform/start-worker.js'
import workerAddress from './certificate-worker.ts?worker&url'
import type { CertificateMessage, CertificateTask } from './messages.js'

/**
 * The certificate of transmission as a PDF, signed where a signer is given: made in this browser, from the bundle alone.
 *
 * @throws errors with the codes of `makeCertificate` and `fromPkcs12`
 */
export function makeInWorker(task: CertificateTask): Promise<Uint8Array<ArrayBuffer>> {
  const worker = startWorker(workerAddress)
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<CertificateMessage>) => {
      if ('pdf' in data) resolve(data.pdf)
      else reject(Object.assign(new Error(data.message), { code: data.code }))
    }
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage(task)
  }).finally(() => worker.terminate())
}
