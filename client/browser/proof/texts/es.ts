import type { Translated } from '../../languages/translated.js'
import type { proof as english } from './en.js'

export const proof: Translated<typeof english> = {
  ownTrust: 'Se usa la lista de confianza que trajo con sus claves.',
  offlineCopy: 'La misma página como un solo archivo, para un tribunal: sin red y sin cuenta.',
  offlineLink: 'Guardar la página de verificación',
}
