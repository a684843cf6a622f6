import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CardType, cardTypes, type FacilitatorCard, parseCard } from './card.ts'

/** Every card of this installation. Throws, naming the file, when one is missing or does not fit its schema. */
export function readCards(root: string): ReadonlyMap<CardType, FacilitatorCard> {
  return new Map(
    cardTypes.map((type) => {
      const file = `content/cards/${type}.json`
      try {
        const card = parseCard(readFileSync(join(root, file), 'utf8'))
        if (card.type !== type) throw new Error(`it is the card of ${card.type}`)
        return [type, card]
      } catch (error) {
        throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }),
  )
}
