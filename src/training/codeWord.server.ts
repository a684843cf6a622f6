import { randomInt } from 'node:crypto'

/** Without I, O, 0 and 1: nothing that two people read differently over the telephone. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Forty bits: guessed by nobody within the tries that the form allows. */
export function codeWord(): string {
  const word = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')
  return `${word.slice(0, 4)}-${word.slice(4)}`
}
