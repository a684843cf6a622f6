/** Interface languages. Words are typed per module: a missing Spanish word does not compile. */
export type Language = 'en' | 'es'
export type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>

/** The language a link asks for; English unless it says Spanish. */
export function languageOf(asked: string | undefined): Language {
  return asked === 'es' ? 'es' : 'en'
}
