import type { Translated } from '../../languages/translated.js'
import type { blank as english } from './en.js'

export const blank: Translated<typeof english> = {
  title: 'Formulaire vierge',
  unknown: 'Ce formulaire n’existe pas.',
  back: 'Tous les formulaires',
  meaning:
    'Pour réunir sur papier ce que la demande exigera. Rien de ce qu’on y écrit ne fait partie d’un envoi avant d’être saisi dans le formulaire.',
  print: 'Imprimer',
  save: 'Enregistrer en fichier texte',
  fill: 'Le remplir ici',
  saveMeaning:
    'Le fichier texte {{file}} se remplit avec n’importe quel éditeur ; la ligne de commande le lit.',
  several: '(plusieurs possibles)',
}
