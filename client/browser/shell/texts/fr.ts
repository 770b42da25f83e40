import type { Translated } from '../../languages/translated.js'
import type { common as english } from './en.js'

export const common: Translated<typeof english> = {
  skip: 'Aller au contenu',
  navigation: 'Rubriques',
  menu: 'Menu',
  language: 'Langue',
  lock: 'Verrouiller',
  signIn: 'Se connecter',
  signedInAs: 'Connecté : {{name}}, {{authority}}',
  inbox: 'Envois',
  cases: 'Affaires',
  duty: 'Permanence',
  compose: 'Nouvelle demande',
  directory: 'Annuaire',
  proof: 'Vérifier une preuve',
  connected: 'En direct',
  connecting: 'Connexion…',
  lost: 'Connexion perdue. Nouvel essai en cours ; rien de ce qui se passe entre-temps n’est manqué.',
  ended: 'Le relais n’accepte plus cette clé.',
  offline:
    'Cet ordinateur est hors ligne. Vous pouvez lire ce qui est à l’écran ; envois et accusés de réception attendent le retour de la connexion.',
  loading: 'Chargement…',
  retry: 'Réessayer',
  back: 'Retour',
  cancel: 'Annuler',
  close: 'Fermer',
  remove: 'Retirer',
  details: 'Détails techniques',
  optional: 'facultatif',
  notFound: 'Cette page n’existe pas',
  notFoundMeaning: 'L’adresse est peut-être mal saisie, ou la page a été déplacée.',
  toStart: 'Vers la page d’accueil',
  localZone: 'votre heure',
  yes: 'oui',
  no: 'non',
  none: 'aucun',
  problemUnreachable: 'Le relais ne répond pas.',
  problemUnreachableRemedy: 'Vérifiez le réseau, puis réessayez : rien n’est perdu.',
  problemPassphrase: 'Cette phrase secrète n’ouvre pas le trousseau.',
  problemPassphraseRemedy:
    'Vérifiez les majuscules et la langue du clavier. Personne ne peut réinitialiser une phrase secrète.',
  problemKeystore: 'Ce fichier n’est pas un trousseau de clés.',
  problemKeystoreRemedy: 'Choisissez le fichier officer.keystore créé lors de votre enrôlement.',
  problemTrust: 'Ce fichier n’est pas une liste de confiance.',
  problemTrustRemedy:
    'Choisissez le fichier trust.json que l’opérateur de votre réseau a remis à votre autorité.',
  problemCredential: 'Votre autorité ne se porte pas, ou plus, garante de cette clé.',
  problemCredentialRemedy:
    'Donnez l’empreinte de vos clés à un agent de votre autorité ayant le rôle admin.',
  problemRevoked: 'Cette clé a été révoquée.',
  problemRevokedRemedy:
    'Demandez-en une nouvelle à un agent de votre autorité ayant le rôle admin.',
  problemNotPermitted: 'Votre rôle ne le permet pas.',
  problemNotPermittedRemedy: 'Adressez-vous à un agent de votre autorité ayant le rôle admin.',
  problemUntrusted: 'Ce que montre le relais ne se vérifie pas. N’agissez pas sur cette base.',
  problemUntrustedRemedy:
    'Prévenez l’opérateur du relais et l’autre autorité par un autre canal, en citant les détails ci-dessous.',
  problemLog:
    'Le journal du relais contredit ce que ce navigateur en a retenu. Quelqu’un l’a peut-être réécrit.',
  problemLogRemedy:
    'Cessez de travailler avec ce relais et prévenez les témoins de votre réseau. La preuve est conservée dans ce navigateur.',
  problemUnknownPackage: 'Votre autorité n’a pas un tel envoi.',
  problemUnknownPackageRemedy:
    'Vérifiez l’adresse. Un envoi programmé apparaît au moment de sa remise.',
  problemStorage: 'Le navigateur ne peut pas conserver de données.',
  problemStorageRemedy:
    'Libérez de l’espace, quittez la navigation privée, puis rechargez la page.',
  problemProofPending:
    'Le point de contrôle ou l’horodatage couvrant cet envoi n’est pas encore là.',
  problemProofPendingRemedy: 'Redemandez dans une minute ; rien n’est perdu.',
  problemBusy: 'Le relais ne peut pas le faire en ce moment.',
  problemBusyRemedy: 'Réessayez dans une minute.',
  problemTaken: 'Un collègue l’a pris en charge.',
  problemTakenRemedy: 'Reprenez-le si vous vous en occupez maintenant.',
  problemAct: 'L’état de l’affaire ne le permet pas maintenant.',
  problemActRemedy: 'Ouvrez l’affaire : elle montre ce qui peut être fait.',
  problemUnknownCase: 'Aucune affaire de ce numéro parmi vos envois.',
  problemUnknownCaseRemedy: 'Vérifiez l’adresse ou consultez la liste des affaires.',
  problemOther: 'Cela n’a pas fonctionné.',
  problemOtherRemedy:
    'Réessayez. Si cela persiste, citez les détails ci-dessous à l’opérateur du relais.',
  correct: 'À corriger d’abord',
  copied: 'Copié',
  copy: 'Copier',
}
