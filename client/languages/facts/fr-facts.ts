import type { Texts } from '../texts.js'

/** What each fact of a proof says, by its status. */
export const frFacts: Texts['facts'] = {
  'relay-identified': {
    title: 'Le relais est identifié',
    proved: 'Le relais {authority} a un certificat émis sous la racine « {rootSubject} ».',
  },
  'sender-identified': {
    title: 'L’expéditeur est identifié',
    proved:
      'L’autorité expéditrice {authority} a un certificat émis sous la racine « {rootSubject} ».',
  },
  'recipient-identified': {
    title: 'Le destinataire est identifié',
    proved: 'L’autorité {authority} a un certificat émis sous la racine « {rootSubject} ».',
  },
  'header-signed': {
    title: 'L’expéditeur a signé l’envoi',
    proved: '{name} a signé l’envoi pour {authority}.',
    claimed:
      '{name} a signé l’envoi pour {authority} ; rien ne montre que la clé était alors en règle.',
    unproved:
      'Rien ne montre qui a signé l’envoi : il manque une inscription ou une habilitation dans le dossier.',
  },
  'approvals-given': {
    title: 'D’autres agents ont approuvé l’envoi',
    proved: 'Approuvé par {names}.',
    claimed: 'Approuvé par {names} ; rien ne montre que chacune de leurs clés était alors valable.',
    contradicted:
      'Parmi les clés de {names}, qui ont approuvé l’envoi, toutes n’étaient pas valables.',
    unproved:
      'Les règles de l’expéditeur exigent {demanded} approbations ; le dossier en contient {given}.',
  },
  'key-not-revoked': {
    title: 'La clé du signataire n’était pas révoquée',
    proved:
      'Aucune révocation de la clé du signataire pour {authority} ne remonte jusqu’à ce moment, et aucune inscription plus récente à l’annuaire figurant au dossier n’avait alors cessé de s’en porter garante.',
    claimed:
      'Rien ne montre que la clé du signataire pour {authority} était en règle au moment de la signature.',
    contradicted:
      'La clé du signataire pour {authority} avait été révoquée, ou l’autorité ne s’en portait plus garante.',
  },
  'evidence-chain-unbroken': {
    title: 'Les attestations du relais sont complètes',
    proved:
      'Les {length} attestations forment une histoire ininterrompue depuis le dépôt de l’envoi.',
    unproved:
      'Rien ne montre que les {length} attestations du dossier forment une histoire ininterrompue.',
  },
  'submission-accepted': {
    title: 'Le relais a accepté le dépôt',
    proved: 'Le relais {issuer} déclare avoir accepté le dépôt ({code}).',
  },
  rejected: {
    title: 'L’envoi a été rejeté',
    proved: 'Le relais {issuer} déclare que l’envoi a été rejeté ({code}).',
  },
  available: {
    title: 'Mis à la disposition du destinataire',
    proved:
      'Le relais {issuer} déclare que l’envoi a été mis à la disposition de {recipient} ({code}).',
  },
  notified: {
    title: 'Le destinataire a été avisé',
    proved: 'Le relais {issuer} déclare que {recipient} a confirmé l’avis d’envoi ({code}).',
  },
  'handed-over': {
    title: 'Remis au destinataire',
    proved: 'Le relais {issuer} déclare que l’envoi a été remis en entier à {recipient} ({code}).',
  },
  undelivered: {
    title: 'La remise a échoué',
    proved: 'Le relais {issuer} déclare que l’envoi n’a pas été remis à {recipient} ({code}).',
  },
  expired: {
    title: 'L’envoi a expiré',
    proved:
      'Le relais {issuer} déclare que l’envoi a expiré sans récépissé de {recipient} ({code}).',
  },
  'receipt-signed': {
    title: 'Le destinataire a signé un récépissé',
    proved:
      '{name} a signé un récépissé pour {recipient} ; {partsVerified} documents sur {parts} ont été ouverts et vérifiés.',
    claimed:
      '{name} a signé un récépissé pour {recipient} ; rien ne montre quand, ni que la clé était alors en règle.',
    unproved: 'Aucun récépissé de {recipient} n’est montré.',
    contradicted: 'Un récépissé du dossier n’est pas un récépissé valable de {recipient}.',
  },
  'receipt-accepted': {
    title: 'Le récépissé est parvenu au relais',
    proved:
      'Le relais {issuer} déclare que {recipient} a déposé un récépissé acceptant l’envoi ({code}).',
  },
  'receipt-matches-header': {
    title: 'Le récépissé porte sur ce qui a été envoyé',
    proved:
      'Le récépissé de {recipient} porte sur le contenu même auquel l’expéditeur s’est engagé.',
    claimed:
      'Le récépissé de {recipient} désigne cet envoi ; rien ne montre qu’il porte sur le contenu auquel l’expéditeur s’est engagé.',
    contradicted:
      'Le récépissé de {recipient} porte sur un autre contenu que celui auquel l’expéditeur s’est engagé.',
  },
  'manifest-matches-header': {
    title: 'Le manifeste divulgué est authentique',
    proved: 'Le manifeste divulgué est celui que l’expéditeur a signé et auquel il s’est engagé.',
  },
  'part-disclosed': {
    title: 'Une pièce de l’envoi est divulguée',
    proved:
      'L’expéditeur s’est engagé sur la pièce « {name} », sa longueur et son empreinte {digest}.',
    unproved:
      'Il est question d’une pièce « {name} », mais rien ne montre que l’expéditeur a signé l’envoi.',
    contradicted:
      'Ce qui est dit d’une pièce « {name} » n’est pas ce à quoi l’expéditeur s’est engagé.',
  },
  'document-matches': {
    title: 'Le document a été envoyé dans cet envoi',
    proved: '« {name} » est le document qui a été envoyé sous le nom « {sentAs} ».',
    claimed:
      'Un récépissé désigne « {name} » par son empreinte ; le manifeste de l’expéditeur n’est pas divulgué.',
    unproved:
      'Rien dans le dossier ne désigne de documents : « {name} » ne peut être comparé à rien.',
    contradicted: '« {name} » n’est aucun des documents de cet envoi.',
  },
  'custody-unbroken': {
    title: 'On sait qui a eu le texte à traduire',
    proved:
      'Les preuves du relais sur la remise, pour autant qu’elles soient montrées, sont sans lacune : le texte a été remis à {holders}.',
    unproved:
      'Rien ne montre qui a eu le texte : une preuve, une entrée ou une accréditation de la remise manque.',
    contradicted: 'Ce qui est montré de la remise n’est pas ce qu’il prétend être ({code}).',
  },
  'translation-certified': {
    title: 'Un traducteur a certifié une traduction',
    proved:
      '{name}, de {authority} (agrément : {accreditation}), a certifié une traduction (langue source : {from} ; langue cible : {to}).',
    claimed:
      '{name}, de {authority}, a certifié une traduction (langue source : {from} ; langue cible : {to}) ; quand, qu’il lui revenait alors de le faire et que la clé était valable, n’est pas entièrement montré.',
    unproved:
      'Qui a certifié la traduction (langue source : {from} ; langue cible : {to}) n’est pas montré.',
    contradicted:
      'Une déclaration du fichier ne certifie pas de traduction (langue source : {from} ; langue cible : {to}).',
  },
  'translation-reviewed': {
    title: 'Une seconde personne a revu la traduction',
    proved: '{name}, de {authority}, a revu la traduction et s’en porte garant.',
    claimed:
      '{name}, de {authority}, a revu la traduction ; quand, et qu’il lui revenait de le faire, n’est pas entièrement montré.',
    contradicted: 'La parole de {name}, de {authority}, sur la traduction ne compte pas.',
  },
  'original-prevails': {
    title: 'L’original fait foi en cas de divergence',
    proved:
      'La déclaration certifiée dit que l’original fait foi lorsque les deux textes diffèrent.',
    claimed:
      'Le texte qui fait foi est celui que dit le traducteur ({instrument}) ; rien dans le fichier ne le montre.',
  },
  'translation-source': {
    title: 'Un document de ce paquet a été traduit',
    proved: '« {name} » est le document qui a été traduit.',
    claimed:
      'Ce qui a été traduit est nommé par un accusé ou par le traducteur ; le manifeste de l’expéditeur n’est pas divulgué.',
    unproved: 'Rien ne montre qu’un document de ce paquet a été traduit.',
    contradicted: 'Ce qui a été traduit n’est aucun document de ce paquet.',
  },
  'translation-target': {
    title: 'Le document est une traduction certifiée',
    proved: '« {name} » est la traduction certifiée ({to}).',
    claimed: 'Une traduction certifiée ({to}) est nommée, mais ce qui la nomme ne la prouve pas.',
  },
  'translation-superseded': {
    title: 'La traduction a été retirée',
    proved: '{authority} a retiré la traduction ou a fait traduire à nouveau sa source ({ground}).',
    claimed:
      '{authority} aurait retiré la traduction ou fait traduire à nouveau sa source ; cela n’est pas entièrement montré.',
  },
  'checkpoint-signed': {
    title: 'Le journal a signé son point de contrôle',
    proved: 'Le journal {origin} a signé un point de contrôle portant sur {size} inscriptions.',
    unproved:
      'Le dossier ne contient aucun point de contrôle dont la signature soit vérifiable : le journal n’avait peut-être pas encore publié.',
  },
  'checkpoint-consistent': {
    title: 'Le journal n’a pas été réécrit',
    proved:
      'Le journal comptait plus tard {size} inscriptions et commençait toujours par les mêmes.',
    contradicted:
      'Le point de contrôle ultérieur ne prolonge pas le précédent : le journal a été réécrit.',
  },
  'checkpoint-witnessed': {
    title: 'Des témoins ont cosigné le journal',
    proved:
      'Des témoins de {authorities} ont vu le journal tel qu’il est montré ici ; la liste de confiance en exige {quorum}.',
    unproved:
      'Moins de témoins ont cosigné le journal que les {quorum} exigés par la liste de confiance.',
    contradicted:
      'Le journal a montré à ses témoins une autre histoire, ou une cosignature est fausse.',
  },
  logged: {
    title: 'Les pièces figurent au journal',
    proved: 'Les {statements} attestations et récépissés figurent tous au journal.',
    unproved:
      'Rien ne montre que toutes les attestations et tous les récépissés figurent au journal sous un point de contrôle signé.',
  },
  'time-stamped': {
    title: 'Un horodatage atteste la date',
    proved: 'L’autorité d’horodatage « {authority} » atteste le point de contrôle du journal.',
    unproved:
      'Le dossier ne contient aucun horodatage d’une autorité nommée par la liste de confiance.',
  },
  'time-stamps-renewed': {
    title: 'Les horodatages ont été renouvelés',
    proved: 'Les horodatages ont été renouvelés, chaque fois tant qu’ils étaient valables.',
    claimed: 'Un horodatage n’était plus valable lors de son renouvellement.',
    contradicted: 'Un renouvellement des horodatages est faux.',
  },
  'absence-stated': {
    title: 'Le relais déclare qu’il n’y avait pas de récépissé',
    proved:
      'Le relais {issuer} a signé qu’aucun récépissé de {recipient} ne figure parmi les {size} premières inscriptions du journal {origin}. Autres preuves concernant ce destinataire : {evidence}.',
    unproved:
      'Rien ne montre qui a signé une déclaration d’absence, ou la clé du journal qu’elle nomme.',
    contradicted:
      'Une déclaration d’absence de récépissé de {recipient} n’est pas ce qu’elle prétend être.',
  },
  'receipt-absent': {
    title: 'Aucun récépissé ne figure au journal',
    proved:
      'Aucun récépissé de {recipient} ne figure parmi les {size} premières inscriptions du journal.',
    claimed:
      'Qu’aucun récépissé de {recipient} ne figure parmi les {size} premières inscriptions du journal est la parole du relais {issuer} ; rien dans le dossier ne la contredit.',
    contradicted:
      'Le relais {issuer} a signé qu’aucun récépissé de {recipient} ne figure parmi les {size} premières inscriptions du journal, mais l’inscription {index} le contredit ({code}).',
  },
  'clocks-agree': {
    title: 'Les horloges concordent',
    proved: 'Ce qui est déclaré, observé et attesté concorde.',
    claimed: 'Les horloges sont plus éloignées l’une de l’autre qu’elles ne devraient l’être.',
    contradicted:
      'Le relais indique une heure postérieure à celle à laquelle l’existence est attestée.',
  },
  'bundle-coherent': {
    title: 'Le dossier est intègre',
    proved: 'Rien dans le dossier n’est falsifié, illisible ou étranger à cet envoi.',
    contradicted: '{flaws} pièces du dossier ne tiennent pas ; la première est : {where} ({why}).',
  },
}
