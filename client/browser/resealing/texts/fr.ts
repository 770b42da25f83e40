import type { Translated } from '../../languages/translated.js'
import type { resealing as english } from './en.js'

export const resealing: Translated<typeof english> = {
  sealAnew: 'Sceller à nouveau',
  sealAgain: 'Sceller encore une fois',
  lead: 'À faire quand votre autorité a changé de clé ou qu’un algorithme est remplacé : ce qui reste des années au relais est chiffré à nouveau.',
  toPackage: 'Retour à l’envoi',
  whatHappens: 'Ce qui se passe',
  doesFetch: 'L’envoi et tous ses documents sont récupérés et vérifiés.',
  doesSeal:
    'Le tout est chiffré sur cet ordinateur avec de nouvelles clés, scellé à la clé actuelle de votre autorité et remis au relais.',
  doesReplace:
    'Votre autorité reçoit dès lors cette copie. Ce qui a été envoyé est supprimé quand chaque partie a scellé sa propre copie à nouveau, votre copie antérieure d’elle-même ; au plus tôt une heure après.',
  doesKeep:
    'Ce qui a été signé et ce qui peut être prouvé ne change pas. Les autres parties ne remarquent rien.',
  now: 'Actuellement',
  reading: 'Consultation de l’état du scellement…',
  copy: 'La copie de votre autorité',
  asSent: 'telle qu’envoyée',
  version: 'scellée à nouveau, version {{version}}',
  key: 'Scellée à la clé',
  isPresent: 'C’est la clé actuelle de votre autorité : inutile de recommencer.',
  isEarlier: 'Votre autorité a une autre clé désormais.',
  taken: 'Reçue par le relais',
  replaced: 'Ce qu’elle remplace',
  replacedKept: 'est encore au relais',
  replacedDeleted: 'a été supprimé',
  stay: 'Laissez cette page ouverte jusqu’à la fin. En cas d’interruption, recommencez : rien ne change avant la fin.',
  working: 'Récupération et vérification…',
  workingOn: '{{name}} : {{percent}} %',
  done: 'Scellé à nouveau : version {{version}}. Le relais l’a confirmé.',
}
