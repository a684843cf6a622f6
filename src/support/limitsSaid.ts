import type { StatePack } from '../region/index.ts'
import type { Language } from '../ui/language.ts'
import { limitsWords } from './limitsWords.ts'

export type LimitsSaid = {
  /** Sentences that the text gives ground for. */
  readonly told: readonly string[]
  /** What it was not read for, each the end of a sentence that begins "not verified". */
  readonly unread: readonly string[]
}

/** A pack's short answers in words, what is known apart from what is not. */
export function limitsSaid(pack: StatePack, lang: Language): LimitsSaid {
  const say = limitsWords[lang]
  const answers = [
    [say.scene, pack.failsForPeersAtScene],
    [say.designated, pack.supporter.designatedBefore],
    [say.retired, pack.covered.retired],
    [say.between, pack.covered.betweenIncidents],
    [say.participants, pack.covered.participants],
    [say.notice, pack.writtenNotice],
  ] as const
  const texts = {
    protects: pack.protects,
    supporter: pack.supporter.who,
    covered: pack.covered.who,
  }
  return {
    told: answers.flatMap(([words, answer]) => (answer === 'unknown' ? [] : [words[answer]])),
    unread: [
      ...(Object.keys(texts) as (keyof typeof texts)[]).flatMap((name) =>
        texts[name] === 'unknown' ? [say.unread[name]] : [],
      ),
      ...(pack.exceptions.complete ? [] : [say.unread.exceptions]),
      ...(pack.exceptions.mustTell === 'unknown' ? [say.mustTell.unknown] : []),
      ...answers.flatMap(([words, answer]) => (answer === 'unknown' ? [words.unknown] : [])),
    ],
  }
}
