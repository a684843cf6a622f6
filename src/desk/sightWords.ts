import type { Phrases } from '../ui/language.ts'

const en = {
  title: 'What we can and cannot see',
  lead: 'This page is drawn from the table by which our server opens or shuts every page. A test walks every page as every role and compares.',
  link: 'What we can and cannot see',
  nobody: 'What nobody is shown, whatever their role',
  roles: 'Who sees what',
  sees: 'Sees',
  never: 'Is never shown',
  others: 'Everybody else',
  visitor: 'Whoever opens these public pages sees what you see. They need no account and set no cookie.',
  operator:
    'Whoever runs the server and holds its disk can read what is stored: the requests, the team, who was asked and who went. Names of people something happened to are not among it.',
  elsewhere:
    'On a department’s phone or network the department may see that this site was opened. Phone companies keep records of calls and texts. Use your own phone, off the department’s network.',
  law: 'What is stored about requests and sessions can be demanded by law. It is written so that this harms nobody: roles and counts, no names of those affected.',
}

const es: typeof en = {
  title: 'Lo que podemos ver y lo que no',
  lead: 'Esta página sale de la tabla con la que nuestro servidor abre o cierra cada página. Una prueba recorre cada página con cada función y compara.',
  link: 'Lo que podemos ver y lo que no',
  nobody: 'Lo que no se muestra a nadie, sea cual sea su función',
  roles: 'Quién ve qué',
  sees: 'Ve',
  never: 'Nunca se le muestra',
  others: 'Los demás',
  visitor:
    'Quien abre estas páginas públicas ve lo que usted ve. No hace falta cuenta y no se guarda ninguna cookie.',
  operator:
    'Quien opera el servidor y tiene su disco puede leer lo guardado: las solicitudes, el equipo, a quién se preguntó y quién fue. Los nombres de las personas a quienes les pasó algo no están ahí.',
  elsewhere:
    'En un teléfono o una red del departamento, este puede ver que se abrió este sitio. Las compañías telefónicas guardan registros de llamadas y mensajes. Use su propio teléfono, fuera de la red del departamento.',
  law: 'Lo guardado sobre solicitudes y sesiones puede exigirse por ley. Está escrito de modo que eso no dañe a nadie: funciones y cifras, sin nombres de las personas afectadas.',
}

export const sightWords: Phrases<typeof en> = { en, es }
