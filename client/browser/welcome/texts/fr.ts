import type { Translated } from '../../languages/translated.js'
import type { welcome as english } from './en.js'

export const welcome: Translated<typeof english> = {
  title: 'Votre premier échange',
  hide: 'Masquer',
  done: 'fait',
  send: 'En tant qu’Alma Reyes d’Arcadie, envoyez une demande à Belmara : « {{fill}} » la rédige pour vous.',
  fillExample: 'Remplir un exemple',
  sendAction: 'La rédiger',
  arrive: 'Voyez-la arriver à Belmara, dans sa propre fenêtre, sans rien recharger.',
  openRequested: 'Ouvrir Yusuf Demir dans une nouvelle fenêtre',
  openRequesting: 'Ouvrir Alma Reyes dans une nouvelle fenêtre',
  open: 'En tant que Yusuf Demir de Belmara, ouvrez-la : tout est déchiffré et vérifié dans le navigateur.',
  openAction: 'Ouvrir le dernier envoi',
  acknowledge:
    'Signez-y l’accusé de réception. Alma le voit aussitôt, et s’il porte exactement sur ce qu’elle a envoyé.',
  prove:
    'De retour comme Alma, enregistrez le dossier de preuve et déposez-le dans « Vérifier une preuve » : aucun compte n’est nécessaire.',
  proveAction: 'Ouvrir l’envoi',
}
