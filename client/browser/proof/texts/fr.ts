import type { Translated } from '../../languages/translated.js'
import type { proof as english } from './en.js'

export const proof: Translated<typeof english> = {
  ownTrust: 'La liste de confiance que vous avez apportée avec vos clés est utilisée.',
  offlineCopy: 'La même page en un seul fichier, pour un tribunal : sans réseau et sans compte.',
  offlineLink: 'Enregistrer la page de vérification',
  certificate: 'Enregistrer le certificat (PDF)',
  makingCertificate: 'Composition du certificat…',
  certificateMeaning:
    'Le certificat de transmission et de réception dans la langue de cette page, le dossier de preuve à l’intérieur. Il est fait sur cet ordinateur, et signé si vous apportez l’identité de votre autorité.',
  sign: 'Le signer au nom de votre autorité',
  identity: 'Identité de l’autorité',
  identityHint:
    'Le fichier identity.p12 du dossier de votre autorité. Il sert à ce certificat et n’est conservé nulle part dans ce navigateur.',
  identityPassphrase: 'Phrase secrète de l’identité',
  signedSaved: 'Enregistré et signé : {{name}}',
  certificateSaved: 'Enregistré : {{name}}',
}
