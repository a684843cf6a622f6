/** Interface languages. Words are typed per module: a missing Spanish word does not compile. */
export type Language = 'en' | 'es'
export type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>

/** Words that also take numbers, times and names: the Spanish ones have the shape of the English ones. */
export type Phrases<Shape> = Readonly<Record<Language, Readonly<Shape>>>

/** A heading as it stands inside a sentence; what begins with an abbreviation ("EMTs", "CISD") stays. */
export function inSentence(heading: string): string {
  return /^\p{Lu}\p{Lu}/u.test(heading) ? heading : `${heading.charAt(0).toLowerCase()}${heading.slice(1)}`
}

/** The language a link asks for; English unless it says Spanish. */
export function languageOf(asked: string | undefined): Language {
  return asked === 'es' ? 'es' : 'en'
}
