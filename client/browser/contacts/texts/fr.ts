import type { Translated } from '../../languages/translated.js'
import type { contacts as english } from './en.js'

export const contacts: Translated<typeof english> = {
  title: 'Fichiers de l’annuaire',
  lead: 'L’annuaire en fichier, des contacts qu’aucun relais ne connaît, et si le relais montre à d’autres ce qu’il vous montre.',
  save: 'Enregistrer l’annuaire',
  saveMeaning:
    'Coordonnées publiques de toutes les fiches vérifiées et des contacts d’ailleurs. Un fichier n’a pas de signatures : qui le lit ne peut le vérifier.',
  save_csv: 'En tableau (CSV)',
  save_json: 'Pour des programmes (JSON)',
  saved: 'Enregistré : {{file}}, contacts : {{number}}',
  bring: 'Contacts d’ailleurs',
  bringMeaning:
    'Des autorités qui ne sont sur aucun relais, d’un fichier tel qu’en fournit un autre annuaire. Elles s’affichent sous l’annuaire et sont gardées dans ce navigateur. Un nouveau fichier remplace le précédent.',
  file: 'Fichier de contacts',
  fileHint: 'CSV ou JSON, comme les produit l’export ci-dessus',
  needFile: 'Choisissez un fichier',
  bringAction: 'Apporter les contacts',
  removeAll: 'Les retirer tous',
  brought: 'Contacts gardés : {{number}}.',
  onRelay: 'Laissés de côté, leurs fiches signées étant sur un relais : {{number}}.',
  none: 'Aucun contact d’ailleurs n’est gardé dans ce navigateur.',
  same: 'Montre-t-on la même chose à tous ?',
  sameMeaning:
    'Un relais qui vous montre une histoire de l’annuaire et une autre à d’autres ne se découvre qu’en comparant. Enregistrez ce que ce navigateur a vu, remettez-le à un collègue ailleurs par un autre canal, et comparez ici le sien.',
  saveSeen: 'Enregistrer ce que ce navigateur a vu',
  savedSeen: 'Enregistré : {{file}}. Il ne contient que des données publiques.',
  theirs: 'Ce que l’autre partie a vu',
  theirsHint: 'Leur fichier {{file}}, reçu par un autre canal que ce relais',
  compare: 'Comparer',
  comparing: 'Comparaison…',
  isSame: 'Le relais montre ici tout ce qu’il a montré là-bas. Autorités comparées : {{number}}',
}
