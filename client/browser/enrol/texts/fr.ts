import type { Translated } from '../../languages/translated.js'
import type { enrol as english } from './en.js'

export const enrol: Translated<typeof english> = {
  lead: 'Votre autorité demande à rejoindre le réseau avec l’invitation de l’opérateur. Vous lui lisez une empreinte au téléphone ; une fois approuvée, votre autorité est dans l’annuaire.',
  invitation: 'Invitation',
  invitationHint: 'La ligne entière que l’opérateur vous a remise.',
  needInvitation: 'Collez l’invitation entière',
  invited: 'Invitée : {{name}} ({{id}})',
  trust: 'Liste de confiance',
  trustHint: 'Le fichier trust.json de votre réseau, remis par l’opérateur et non par cette page.',
  needTrust: 'Choisissez la liste de confiance',
  name: 'Nom de l’autorité en anglais',
  stateCode: 'Code du pays (deux lettres)',
  instrumentsHint:
    'Traités et conventions, un par ligne. Chacun vaut base légale suffisante ; vous pourrez le modifier.',
  telephoneHint: 'Avec l’indicatif du pays, par exemple +351 21 000 0000',
  wrong: 'À corriger : {{name}}',
  officer: 'Premier agent',
  officerHint: 'Administration, greffe et dossiers ; accueille les autres ensuite.',
  needOfficer: 'Saisissez le nom du premier agent',
  apply: 'Faire la demande',
  working: 'En cours…',
  applied: 'Demande de {{name}}',
  readOut: 'Appelez l’opérateur à un numéro que vous connaissiez déjà et lisez ceci :',
  waiting:
    'L’opérateur n’a pas encore décidé. Cette page vérifie d’elle-même ; vous pouvez la fermer et revenir.',
  refused: 'L’opérateur a refusé : {{reason}}',
  giveUp: 'Abandonner la demande',
  giveUpSure: 'Abandonner cette demande ? Sa clé est retirée de ce navigateur.',
  approved: 'L’opérateur l’a approuvée.',
  passphrase: 'La phrase secrète que vous avez choisie',
  complete: 'Terminer l’enrôlement',
  enrolled: 'Votre autorité est dans l’annuaire.',
  keepFiles: 'Quatre fichiers sont enregistrés. Gardez-les bien :',
  fileOffline:
    '{{files}} : hors ligne, accessibles à l’autorité seule. Ils servent à modifier agents et clés.',
  fileOfficer: '{{files}} : auprès du premier agent, qui se connecte avec eux.',
  enter: 'Se connecter comme premier agent',
  certifiedBy: 'Qui certifie votre autorité',
  byOperator: 'L’opérateur du réseau',
  byNational:
    'Une autorité de certification nationale dont la racine figure dans la liste de confiance',
  ownCertificate: 'Certificat',
  ownCertificateHint:
    'PEM, le vôtre d’abord puis ses émetteurs, ou un fichier PKCS#12 qui contient aussi la clé.',
  ownKey: 'Sa clé, si elle n’est pas dans le même fichier',
  ownKeyHint:
    'PKCS#8 en PEM. Elle reste sur cet ordinateur, scellée sous la phrase secrète ci-dessous.',
  filePassphrase: 'Phrase secrète du fichier, s’il en a une',
}
