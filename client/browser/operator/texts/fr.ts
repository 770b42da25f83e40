import type { Translated } from '../../languages/translated.js'
import type { operator as english } from './en.js'

export const operator: Translated<typeof english> = {
  title: 'Opérateur du réseau',
  lead: 'Qui peut rejoindre le réseau, et dont le courrier s’arrête. Tout ici est signé par les clés de l’opérateur ; le relais ne décide de rien.',
  keysTitle: 'Les clés de l’opérateur',
  keysMeaning:
    'Ces fichiers restent hors ligne. Ils servent tant que cette page est ouverte et ne sont gardés nulle part dans ce navigateur.',
  file_root: 'Racine du réseau',
  file_key: 'Clé de l’opérateur',
  file_trust: 'Liste de confiance',
  fileHint: 'Le fichier {{file}} du dossier de l’opérateur.',
  need: 'Choisissez le fichier {{file}}',
  needPassphrase: 'Saisissez la phrase secrète',
  passphrase: 'Phrase secrète de la racine',
  open: 'Apporter les clés',
  working: 'En cours…',
  requests: 'Demandes d’adhésion',
  nothing: 'Personne n’attend.',
  doubtful: 'Cette demande n’est pas vérifiable ; elle ne peut être que refusée :',
  callMeaning:
    'Appelez l’autorité à un numéro que vous connaissiez déjà. Faites-vous lire son empreinte et saisissez ce que vous entendez.',
  heard: 'Empreinte, telle que vous l’entendez',
  approve: 'Approuver',
  refusal: 'Motif d’un refus',
  refuse: 'Refuser',
  inviteTitle: 'Inviter une autorité',
  inviteMeaning:
    'Une invitation vaut une fois, {{days}} jours, pour qui la détient : remettez-la par une voie sûre. Rien n’est envoyé d’ici.',
  authorityId: 'Identifiant de l’autorité',
  authorityName: 'Nom de l’autorité',
  needId: 'Saisissez un identifiant, par exemple xa.moj',
  needName: 'Saisissez le nom',
  invite: 'Créer l’invitation',
  invitation: 'Invitation',
  invitationHint: 'Copiez-la en entier.',
  suspendTitle: 'Suspendre une autorité',
  suspendMeaning:
    'Son courrier s’arrête aussitôt, ou reprend. Le motif est publié et lisible par tous.',
  reason: 'Motif',
  suspend: 'Suspendre',
  lift: 'Laisser reprendre son courrier',
  ordered_suspended: 'Le courrier de {{id}} est arrêté.',
  ordered_lifted: 'Le courrier de {{id}} reprend.',
}
