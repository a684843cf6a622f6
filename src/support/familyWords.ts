import type { Phrases } from '../ui/language.ts'

type FamilyWords = {
  readonly title: string
  readonly lead: string
  readonly now: string
  readonly call: string
  readonly teamLine: string
  readonly notice: string
  readonly noticing: readonly string[]
  readonly passes: string
  readonly helps: string
  readonly helping: readonly string[]
  readonly children: string
  readonly childrenLine: string
  readonly law: string
}

export const familyWords: Phrases<FamilyWords> = {
  en: {
    title: 'For families',
    lead: 'You often notice first. You don’t have to fix it, and you don’t have to carry it alone.',
    now: 'If somebody speaks of dying or of hurting themselves, or you are afraid, call now. If a life is in danger: 911.',
    call: 'Who answers you',
    teamLine: 'The team of this region. Ask what it can do for families.',
    notice: 'What you may notice',
    noticing: [
      'They don’t sleep, or wake from bad dreams.',
      'They are short with everybody, or hardly speak.',
      'They drink more, or take something to sleep.',
      'They keep away from people, places and things they liked.',
      'They are always on guard, at home too.',
    ],
    passes:
      'After a hard call much of this eases for many people within days or weeks. When it stays, grows or frightens you, call somebody.',
    helps: 'What helps at home',
    helping: [
      'Ask plainly how they are, and listen. You need no details of the call.',
      'Keep the day simple: food, sleep, a walk, no big decisions.',
      'Let them choose whom to talk to, and when. Show them this page.',
      'Look after yourself too. You may call these lines for yourself.',
    ],
    children: 'Children',
    childrenLine:
      'Say in a few plain words that something hard happened at work, that the grown-ups are seeing to it, and that it isn’t the child’s fault.',
    law: 'The law may protect what you say less than what a responder says:',
  },
  es: {
    title: 'Para familias',
    lead: 'A menudo usted lo nota primero. No tiene que arreglarlo ni cargar con ello a solas.',
    now: 'Si alguien habla de morir o de hacerse daño, o usted tiene miedo, llame ahora. Si hay una vida en peligro: 911.',
    call: 'Quién le responde',
    teamLine: 'El equipo de esta región. Pregunte qué puede hacer por las familias.',
    notice: 'Lo que quizá note',
    noticing: [
      'No duerme, o se despierta con pesadillas.',
      'Se irrita con todos, o apenas habla.',
      'Bebe más, o toma algo para dormir.',
      'Evita a personas, lugares y cosas que le gustaban.',
      'Está siempre en alerta, también en casa.',
    ],
    passes:
      'Tras una llamada difícil, mucho de esto cede en muchas personas en días o semanas. Si se queda, crece o le asusta, llame a alguien.',
    helps: 'Lo que ayuda en casa',
    helping: [
      'Pregunte sin rodeos cómo está, y escuche. No le hacen falta los detalles de la llamada.',
      'Haga simple el día: comida, sueño, un paseo, ninguna decisión grande.',
      'Deje que elija con quién hablar, y cuándo. Muéstrele esta página.',
      'Cuídese usted también. Puede llamar a estas líneas por usted.',
    ],
    children: 'Los niños',
    childrenLine:
      'Diga en pocas palabras que en el trabajo pasó algo difícil, que los adultos se están ocupando y que no es culpa del niño.',
    law: 'La ley quizá proteja lo que usted dice menos que lo que dice quien responde a emergencias:',
  },
}
