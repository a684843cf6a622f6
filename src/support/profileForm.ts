import { type Discipline, disciplines } from '../region/index.ts'
import { answerTimes, livedCodes, type PeerProfile } from './peer.ts'

type Fields = Readonly<Record<string, string>>
type Known = {
  /** Where they serve: what they may show of it. */
  readonly agencies: readonly string[]
  readonly languages: readonly string[]
}
export type ProfileError = {
  readonly field: 'shownAs' | 'discipline' | 'languages'
  readonly word: 'errorName' | 'errorDiscipline' | 'errorLanguages'
}

/** What a peer chose to show. An agency or language of somebody else's is none that was offered. */
export function readProfile(
  typed: Fields,
  known: Known,
): { readonly profile: PeerProfile; readonly errors: readonly ProfileError[] } {
  const errors: ProfileError[] = []
  const ticked = <Code extends string>(field: string, codes: readonly Code[]): Code[] =>
    codes.filter((code) => typed[`${field}_${code}`] !== undefined)
  const shownAs = typed.shownAs ?? ''
  if (shownAs.length < 1 || shownAs.length > 40 || /\p{C}/u.test(shownAs))
    errors.push({ field: 'shownAs', word: 'errorName' })
  const discipline = disciplines.find((one) => one === typed.discipline)
  if (discipline === undefined) errors.push({ field: 'discipline', word: 'errorDiscipline' })
  const languages = ticked('languages', known.languages)
  if (languages.length === 0) errors.push({ field: 'languages', word: 'errorLanguages' })
  const profile = {
    shownAs,
    discipline: discipline ?? ('' as Discipline),
    agency: known.agencies.find((one) => one === typed.agency) ?? null,
    languages,
    lived: ticked('lived', livedCodes),
    answers: ticked('answers', answerTimes),
    published: typed.published !== undefined,
  }
  return { profile, errors }
}
