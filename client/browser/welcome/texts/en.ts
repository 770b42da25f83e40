/** The guided first exchange of the example. */
export const welcome = {
  title: 'Your first exchange',
  hide: 'Hide',
  done: 'done',
  send: 'As Alma Reyes of Arcadia, send a request to Belmara: “{{fill}}” writes it for you.',
  fillExample: 'Fill in an example',
  sendAction: 'Write it',
  arrive: 'Watch it arrive at Belmara, in a window of its own, without loading anything anew.',
  openRequested: 'Open Yusuf Demir in a new window',
  openRequesting: 'Open Alma Reyes in a new window',
  open: 'As Yusuf Demir of Belmara, open it: everything is decrypted and verified in the browser.',
  openAction: 'Open the newest package',
  acknowledge:
    'Sign the receipt there. Alma sees it at once, and whether it is for exactly what she sent.',
  prove:
    'Back as Alma, save the proof bundle, and drop it into “Check a proof”: no account is needed for that.',
  proveAction: 'Open the package',
}
