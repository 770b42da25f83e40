import type { CoverTexts } from './cover-texts.js'

export const coverFr: CoverTexts = {
  title: 'Dossier de communication',
  subtitle:
    'Affaire {case}. Établi par {officer}, {authority}, le {at} (UTC), selon l’horloge de la machine',
  about:
    'Ce dossier contient ce que l’autorité a envoyé et reçu dans cette affaire par le réseau, sauf ce qui est désigné ci-dessous comme retenu ou absent. Chaque paquet a un répertoire avec sa preuve, une attestation, son formulaire et ses documents.',
  exchanged: 'Ce qui a été envoyé et reçu',
  columns: ['N°', 'Remis (horloge du relais, UTC)', 'De et à', 'Acte', 'Contenu'],
  content: {
    disclosed: 'communiqué',
    'in-part': 'communiqué en partie',
    withheld: 'retenu',
    deleted: 'supprimé au relais',
  },
  signedBy: 'signé par {name}',
  notDisclosed: 'non communiqué',
  withheld: 'Ce qui est retenu',
  withheldPackage: 'N° {number} : le contenu entier. Motif : {reason}',
  withheldForm: 'N° {number} : le formulaire. Motif : {reason}',
  withheldDocument:
    'N° {number}, document {position} ({octets} octets chiffrés, engagement {commitment}). Motif : {reason}',
  redacted:
    'À sa place : {path}. Qu’il s’agisse d’une version caviardée repose sur la parole de {officer} ; la preuve montre qu’un document portant cet engagement a été envoyé.',
  nothing: 'Rien.',
  absent: 'Ce qui est absent',
  shut: 'Paquet {package} : l’autorité l’a rejeté ou laissé expirer, et le relais ne le délivre plus.',
  notHeld:
    'Paquet {package} : un paquet de ce dossier y répond, et il n’est pas dans la boîte de l’autorité.',
  marks: 'Mentions de traitement',
  marked: 'N° {number} : {marks}',
  despite: 'Le n° {number} est communiqué malgré ses mentions. Motif : {reason}',
  check: 'Comment vérifier',
  checks: [
    'Obtenez la liste de confiance d’une autorité à laquelle vous vous fiez, et non de qui vous a remis ce dossier.',
    'Ouvrez rogatory-verifier.html dans un navigateur et donnez-lui la liste de confiance, la preuve d’un paquet et ses documents. Rien ne quitte votre ordinateur.',
    'Ou vérifiez le dossier entier : rogatory verify DOSSIER --trust trust.json. La commande nomme chaque fichier modifié, manquant ou en trop.',
    'sha256sum -c SHA256SUMS trouve les fichiers endommagés en chemin.',
  ],
  limits: 'Ce que ce dossier ne montre pas',
  limitations: [
    'Qu’il n’existe pas d’autres paquets. Un paquet auquel aucun paquet communiqué ne répond pourrait manquer sans qu’on le voie.',
    'Qui a retenu quoi : l’index et cette page ne sont pas signés. Noms, motifs et versions caviardées reposent sur la parole de qui vous a remis le dossier.',
    'Le formulaire d’un paquet communiqué en partie repose aussi sur cette parole : seul un paquet communiqué en entier prouve son formulaire.',
    'Que ce que disent les documents soit vrai.',
  ],
}
