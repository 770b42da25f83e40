import type { CoverTexts } from './cover-texts.js'

export const coverEs: CoverTexts = {
  title: 'Expediente de revelación',
  subtitle:
    'Caso {case}. Elaborado por {officer}, {authority}, el {at} (UTC), según el reloj de la máquina',
  about:
    'Esta carpeta contiene lo que la autoridad envió y recibió en este caso por la red, salvo lo que más abajo consta como reservado o ausente. Cada paquete tiene una carpeta con su prueba, un certificado, su formulario y sus documentos.',
  exchanged: 'Lo enviado y lo recibido',
  columns: ['N.º', 'Presentado (reloj del relé, UTC)', 'De y para', 'Acto', 'Contenido'],
  content: {
    disclosed: 'revelado',
    'in-part': 'revelado en parte',
    withheld: 'reservado',
    deleted: 'borrado en el relé',
  },
  signedBy: 'firmado por {name}',
  notDisclosed: 'no revelado',
  withheld: 'Lo que se reserva',
  withheldPackage: 'N.º {number}: todo el contenido. Motivo: {reason}',
  withheldForm: 'N.º {number}: el formulario. Motivo: {reason}',
  withheldDocument:
    'N.º {number}, documento {position} ({octets} octetos cifrados, compromiso {commitment}). Motivo: {reason}',
  redacted:
    'En su lugar: {path}. Que sea una versión expurgada es palabra de {officer}; la prueba muestra que se envió un documento con este compromiso.',
  nothing: 'Nada.',
  absent: 'Lo que falta',
  shut: 'Paquete {package}: la autoridad lo rechazó o lo dejó caducar, y el relé ya no lo entrega.',
  notHeld:
    'Paquete {package}: un paquete de esta carpeta lo contesta, y no está en el buzón de la autoridad.',
  marks: 'Marcas de tratamiento',
  marked: 'N.º {number}: {marks}',
  despite: 'El n.º {number} se revela pese a sus marcas. Motivo: {reason}',
  check: 'Cómo comprobarlo',
  checks: [
    'Obtenga la lista de confianza de una autoridad en la que usted confíe, no de quien le dio esta carpeta.',
    'Abra rogatory-verifier.html en un navegador y dele la lista de confianza, la prueba de un paquete y sus documentos. Nada sale de su equipo.',
    'O compruebe la carpeta entera: rogatory verify CARPETA --trust trust.json. Nombra cada archivo cambiado, ausente o sobrante.',
    'sha256sum -c SHA256SUMS encuentra los archivos dañados por el camino.',
  ],
  limits: 'Lo que esta carpeta no muestra',
  limitations: [
    'Que no haya otros paquetes. Un paquete al que ninguno de los revelados contesta podría faltar sin que se vea.',
    'Quién reservó qué: el índice y esta página no están firmados. Nombres, motivos y versiones expurgadas son palabra de quien le dio la carpeta.',
    'El formulario de un paquete revelado en parte también es esa palabra: solo un paquete revelado por entero prueba su formulario.',
    'Que lo que dicen los documentos sea verdad.',
  ],
}
