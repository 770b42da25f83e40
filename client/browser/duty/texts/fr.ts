import type { Translated } from '../../languages/translated.js'
import type { duty as english } from './en.js'

export const duty: Translated<typeof english> = {
  title: 'Permanence',
  lead: 'Envois urgents dont personne n’a accusé réception. Les alertes continuent jusqu’à la signature d’un accusé de réception.',
  waiting: 'En attente d’un accusé de réception',
  nothing: 'Rien d’urgent n’attend.',
  minutes: 'Minutes',
  from: 'De',
  urgency: 'Urgence',
  since: 'Déposé',
  alerts: 'Alertes',
  held: 'Pris par',
  actions: 'À faire',
  nobody: 'personne',
  take: 'Prendre en charge',
  takeFrom: 'Reprendre à {{name}}',
  takenBy: '{{name}}',
  stoodDownBy: 'levée par {{name}}',
  until: 'jusqu’à',
  standDown: 'Lever l’alerte',
  standDownMeaning:
    'Une fausse alerte est levée avec un motif que vos collègues lisent. L’expéditeur voit qu’elle a été levée ; l’envoi attend toujours un accusé de réception.',
  reason: 'Motif',
  needReason: 'Indiquez un motif',
  onDuty: 'De permanence',
  noRoster:
    'Votre autorité n’a établi aucun tableau de permanence : personne n’est réveillé par courriel. Un agent ayant le rôle duty ou admin en établit un.',
  notVouched:
    'Le signataire de ce tableau n’est plus agent de votre autorité. Il faut l’établir à nouveau.',
  officer: 'Agent',
  fromTime: 'De',
  to: 'À',
  now: 'maintenant',
  gaps_one: 'Dans les sept prochains jours, {{count}} période où une alerte n’atteint personne :',
  gaps_many:
    'Dans les sept prochains jours, {{count}} de périodes où une alerte n’atteint personne :',
  gaps_other:
    'Dans les sept prochains jours, {{count}} périodes où une alerte n’atteint personne :',
  gapNobody: 'personne n’est de permanence',
  gapUnreachable: 'la personne de permanence n’a pas d’adresse',
}
