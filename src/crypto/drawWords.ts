import { random } from './random.ts'
import { wordList } from './wordList.ts'

/** Words drawn uniformly; nobody ever chooses one. */
export function drawWords(count: number): readonly string[] {
  return Array.from({ length: count }, () => wordList()[drawPlace()]!)
}

/** The remainder of all 65,536 would favour the first words, so the last incomplete round is drawn again. */
function drawPlace(): number {
  const size = wordList().length
  const rounds = Math.floor(0x1_0000 / size) * size
  for (;;) {
    const [high, low] = random(2)
    const drawn = high! * 256 + low!
    if (drawn < rounds) return drawn % size
  }
}
