/** A template as an empty form. */
export const blank = {
  title: 'Empty form',
  unknown: 'There is no such form.',
  back: 'All forms',
  meaning:
    'To collect on paper what the request will need. Nothing that is written on it is part of a package until it is entered in the form.',
  print: 'Print',
  save: 'Save as a text file',
  fill: 'Fill it in here',
  saveMeaning:
    'The text file {{file}} can be filled in with any editor; the command line reads it.',
  several: '(several may be given)',
}
