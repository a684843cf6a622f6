import type { Phrases } from '../ui/language.ts'

const en = {
  need: (type: string, agency: string, town: string, at: string, minutes: number) =>
    `${type}, for ${agency}, in ${town}, at ${at}, about ${minutes} minutes from you`,
}
const es: typeof en = {
  need: (type, agency, town, at, minutes) =>
    `${type}, para ${agency}, en ${town}, a las ${at}, a unos ${minutes} minutos de usted`,
}

/** The five T's of one offer in one spoken sentence. */
export const callNeedWords: Phrases<typeof en> = { en, es }
