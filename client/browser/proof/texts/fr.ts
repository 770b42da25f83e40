import type { Translated } from '../../languages/translated.js'
import type { proof as english } from './en.js'

export const proof: Translated<typeof english> = {
  ownTrust: 'La liste de confiance que vous avez apportée avec vos clés est utilisée.',
  offlineCopy: 'La même page en un seul fichier, pour un tribunal : sans réseau et sans compte.',
  offlineLink: 'Enregistrer la page de vérification',
}
