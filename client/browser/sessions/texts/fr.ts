import type { Translated } from '../../languages/translated.js'
import type { sessions as english } from './en.js'

export const sessions: Translated<typeof english> = {
  title: 'Où votre clé est connectée',
  lead: 'Chaque ligne est un déverrouillage de votre clé : dans un navigateur, ou en ligne de commande sur une machine. Y mettre fin la ferme aussitôt, où qu’elle soit.',
  client: 'Client',
  began: 'Depuis',
  renewed: 'Dernier usage',
  ends: 'Fin',
  state: 'État',
  kind_browser: 'Navigateur',
  kind_command: 'Ligne de commande',
  kind_unknown: 'Inconnu',
  thisOne: 'Celle-ci',
  isNew: 'Nouveau client',
  end: 'Mettre fin',
  endOthers: 'Mettre fin à toutes les autres',
  none: 'Il n’y en a pas d’autre.',
  authority: 'Sessions de tous les agents de votre autorité',
  officer: 'Agent',
  told: 'Ce qui a été signalé sur votre clé',
  'told_new-client': 'Connexion depuis un client inconnu',
  told_credential: 'Une autre habilitation a été publiée',
  told_revocation: 'La clé a été révoquée',
  stranger:
    'L’une d’elles vous est inconnue ? Mettez-y fin, changez votre phrase secrète, et demandez à votre administrateur de révoquer la clé si elle peut être en d’autres mains.',
}
