/** The officers that `npm start` enrols (client/example/authorities.ts), as the start page introduces them. */
export const exampleOfficers = [
  {
    home: 'xa',
    name: 'Alma Reyes',
    authority: 'Ministry of Justice of Arcadia',
    side: 'exampleRequesting',
  },
  {
    home: 'xb',
    name: 'Yusuf Demir',
    authority: 'Prosecutor General’s Office of Belmara',
    side: 'exampleRequested',
  },
  {
    home: 'xa-legal',
    name: 'Tomas Lind',
    authority: 'Ministry of Justice of Arcadia',
    side: 'exampleLegal',
  },
  {
    home: 'xb-duty',
    name: 'Hana Kovacs',
    authority: 'Prosecutor General’s Office of Belmara',
    side: 'exampleDuty',
  },
] as const
