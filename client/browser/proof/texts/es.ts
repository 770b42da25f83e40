import type { Translated } from '../../languages/translated.js'
import type { proof as english } from './en.js'

export const proof: Translated<typeof english> = {
  ownTrust: 'Se usa la lista de confianza que trajo con sus claves.',
  offlineCopy: 'La misma página como un solo archivo, para un tribunal: sin red y sin cuenta.',
  offlineLink: 'Guardar la página de verificación',
  certificate: 'Guardar el certificado (PDF)',
  makingCertificate: 'Componiendo el certificado…',
  certificateMeaning:
    'El certificado de transmisión y recepción en el idioma de esta página, con el paquete de prueba dentro. Se hace en este ordenador, y se firma si trae la identidad de su autoridad.',
  sign: 'Firmarlo en nombre de su autoridad',
  identity: 'Identidad de la autoridad',
  identityHint:
    'El fichero identity.p12 de la carpeta de su autoridad. Se usa para este certificado y no se guarda en este navegador.',
  identityPassphrase: 'Frase de paso de la identidad',
  signedSaved: 'Guardado y firmado: {{name}}',
  certificateSaved: 'Guardado: {{name}}',
}
