import type { Translated } from '../../languages/translated.js'
import type { selfTest as english } from './en.js'

export const selfTest: Translated<typeof english> = {
  title: 'Autotest',
  lead: 'Un envoi d’essai sans données personnelles fait tout le chemin d’une autorité à une autre : scellé, annoncé, ouvert, avec accusé de réception, prouvé. Il expire sous un jour.',
  needTwo: 'Il faut dans ce navigateur deux identités d’autorités différentes.',
  needTwoMeaning: 'Apportez-les sur la page d’accueil, l’une après l’autre.',
  toStart: 'Vers la page d’accueil',
  sender: 'Envoie',
  recipient: 'Reçoit',
  identity: 'Agent',
  passphrase: 'Phrase secrète',
  passphraseHint:
    'Inutile tant que cette identité est déverrouillée dans ce navigateur, sauf si elle est liée à une clé de sécurité.',
  needOther: 'Choisissez un agent d’une autre autorité',
  run: 'Lancer le test',
  running: 'En cours…',
  works: 'Tout fonctionne. Envoi d’essai :',
  failed: 'a échoué',
  skipped: 'non tenté',
  step_directory: 'Chacune trouve l’autre dans l’annuaire',
  step_listen: 'Le destinataire attend les nouvelles',
  step_seal: 'Un envoi est scellé',
  step_submit: 'Le relais l’accepte',
  step_notice: 'Le destinataire en est avisé',
  step_open: 'Il est ouvert, son document vérifié',
  step_acknowledge: 'Un accusé de réception est signé',
  step_receipt: 'L’accusé porte sur ce qui a été envoyé',
  step_proof: 'La preuve tient',
}
