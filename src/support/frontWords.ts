import type { Phrases } from '../ui/language.ts'

/** What is so, and what it doesn't mean. */
type Truth = { readonly so: string; readonly but: string }
type FrontWords = {
  readonly title: string
  readonly lead: string
  readonly notEmergency: string
  readonly beforeCall: string
  readonly callTruths: readonly Truth[]
  readonly beforeWrite: string
  readonly writeTruths: readonly Truth[]
  readonly limitsFirst: string
  readonly teamLine: string
  readonly lines: string
  readonly further: string
  readonly peers: string
  readonly peersLine: string
  readonly write: string
  readonly writeLine: string
  readonly families: string
  readonly familiesLine: string
  readonly check: string
  readonly checkLine: string
  readonly limits: string
  readonly limitsLine: string
  readonly elsewhere: string
  readonly back: string
  readonly backToSupport: string
}

const en: FrontWords = {
  title: 'Someone to talk to, now',
  lead: 'You choose whom to call. You needn’t say who you are.',
  notEmergency: 'If a life is in danger, call 911 first.',
  beforeCall: 'Before you call',
  callTruths: [
    {
      so: 'Tailboard takes no part in the call and keeps nothing of it.',
      but: 'Whoever answers may see your number, and phone companies keep call records.',
    },
    {
      so: 'Use your own phone, off department Wi-Fi.',
      but: 'A department may see that one of its phones, or its network, opened this site.',
    },
  ],
  beforeWrite: 'Before you write',
  writeTruths: [
    {
      so: 'Only you two hold the key. We keep no name and hold no key.',
      but: 'The peer reads what you write, and in a few cases the law can bind the peer.',
    },
    { so: 'After closing, our copy can’t be opened.', but: 'The other person has read it.' },
    {
      so: 'Nothing we hold can show that you wrote.',
      but: 'On a department’s phone or network, the department may see that this site was opened.',
    },
    {
      so: 'Each peer’s printed card carries six words. Compare them before you write.',
      but: 'A server that turned malicious could send other code, or false keys. Whoever hasn’t compared the words trusts the server. Anybody can compare the code this site sends with the published one; a server can still send one visitor another.',
    },
    {
      so: 'Tailboard’s own logs hold no address.',
      but: 'Hosts and networks on the way may still keep them.',
    },
  ],
  limitsFirst: 'What a peer may have to tell: read it first',
  teamLine: 'The team, day and night. Whoever is on call answers.',
  lines: 'Help lines, tied to no department of yours',
  further: 'Not ready to call?',
  peers: 'Find a peer',
  peersLine: 'Who they are. Leave out any department.',
  write: 'Write to a peer',
  writeLine: 'Without giving a name',
  families: 'For families',
  familiesLine: 'What you may notice, and who answers you',
  check: 'Check in with yourself',
  checkLine: 'A few questions. Stays on this device.',
  limits: 'What happens to what I say',
  limitsLine: 'What the law protects, and what not',
  elsewhere: 'Not from this region? Veteran, retired, anywhere else: somebody answers you too',
  back: 'Back',
  backToSupport: 'Back to someone to talk to',
}

const es: FrontWords = {
  title: 'Alguien con quien hablar, ahora',
  lead: 'Usted elige a quién llamar. No hace falta decir quién es.',
  notEmergency: 'Si hay una vida en peligro, llame primero al 911.',
  beforeCall: 'Antes de llamar',
  callTruths: [
    {
      so: 'Tailboard no interviene en la llamada ni guarda nada de ella.',
      but: 'Quien responde quizá vea su número, y las compañías telefónicas guardan registros de llamadas.',
    },
    {
      so: 'Use su propio teléfono, fuera del wifi del departamento.',
      but: 'Un departamento puede ver que uno de sus teléfonos, o su red, abrió este sitio.',
    },
  ],
  beforeWrite: 'Antes de escribir',
  writeTruths: [
    {
      so: 'Solo ustedes dos tienen la llave. No guardamos ningún nombre ni tenemos llave alguna.',
      but: 'Su compañero lee lo que usted escribe, y en algunos casos la ley puede obligarle.',
    },
    { so: 'Al cerrar, nuestra copia ya no se puede abrir.', but: 'La otra persona la ha leído.' },
    {
      so: 'Nada de lo que guardamos puede mostrar que usted escribió.',
      but: 'En un teléfono o una red del departamento, este puede ver que se abrió el sitio.',
    },
    {
      so: 'La tarjeta impresa de cada compañero lleva seis palabras. Compárelas antes de escribir.',
      but: 'Un servidor que se volviera malicioso podría enviar otro código o llaves falsas. Quien no ha comparado las palabras confía en el servidor. Cualquiera puede comparar el código que envía este sitio con el publicado; aun así, un servidor puede enviar otro a un solo visitante.',
    },
    {
      so: 'Los registros de Tailboard no contienen direcciones.',
      but: 'Los proveedores y las redes por el camino quizá las guarden.',
    },
  ],
  limitsFirst: 'Lo que un compañero quizá deba contar: léalo antes',
  teamLine: 'El equipo, día y noche. Responde quien está de guardia.',
  lines: 'Líneas de ayuda, ajenas a su departamento',
  further: '¿Aún no quiere llamar?',
  peers: 'Buscar un compañero',
  peersLine: 'Quiénes son. Deje fuera el departamento que quiera.',
  write: 'Escribir a un compañero',
  writeLine: 'Sin dar su nombre',
  families: 'Para familias',
  familiesLine: 'Lo que quizá note, y quién le responde',
  check: 'Ver cómo estoy',
  checkLine: 'Unas preguntas. No salen de este aparato.',
  limits: 'Qué pasa con lo que digo',
  limitsLine: 'Lo que la ley protege, y lo que no',
  elsewhere: '¿No es de esta región? Veterano, retirado, de cualquier otro lugar: también le responden',
  back: 'Volver',
  backToSupport: 'Volver a alguien con quien hablar',
}
export const frontWords: Phrases<FrontWords> = { en, es }
