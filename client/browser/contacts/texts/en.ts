/** Files of the directory: its export, contacts from elsewhere, and whether others see the same. */
export const contacts = {
  title: 'Files of the directory',
  lead: 'The directory as a file, contacts that no relay knows, and whether the relay shows to others what it shows to you.',
  save: 'Save the directory',
  saveMeaning:
    'Public contact data of all entries that verify, and of the contacts from elsewhere. A file has no signatures: whoever reads it cannot check it.',
  save_csv: 'As a table (CSV)',
  save_json: 'For programs (JSON)',
  saved: 'Saved: {{file}}, contacts: {{number}}',
  bring: 'Contacts from elsewhere',
  bringMeaning:
    'Authorities that are on no relay, from a file such as another directory gives out. They are shown below the directory, and kept in this browser. A new file takes the place of the one before.',
  file: 'File of contacts',
  fileHint: 'CSV or JSON, as the export above makes them',
  needFile: 'Choose a file',
  bringAction: 'Bring the contacts in',
  removeAll: 'Remove all of them',
  brought: 'Contacts kept: {{number}}.',
  onRelay: 'Left out, since their signed entries are on a relay: {{number}}.',
  none: 'No contacts from elsewhere are kept in this browser.',
  same: 'Is the same shown to everybody?',
  sameMeaning:
    'A relay that shows one history of the directory to you and another to others can only be found out by comparing. Save what this browser has seen, give it to a colleague elsewhere by another channel, and compare theirs here.',
  saveSeen: 'Save what this browser has seen',
  savedSeen: 'Saved: {{file}}. It holds public data only.',
  theirs: 'What the other side has seen',
  theirsHint: 'Their file {{file}}, brought to you by another channel than this relay',
  compare: 'Compare',
  comparing: 'Comparing…',
  isSame: 'The relay shows here all that it showed there. Authorities compared: {{number}}',
}
