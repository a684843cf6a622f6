import type { StatePack } from '../region/index.ts'
import type { Language } from '../ui/language.ts'
import type { PackPart } from './course.ts'
import { packWords } from './packWords.ts'

/** One part of a state's law in sentences; what was not read is said to be unknown. */
export function packLines(pack: StatePack, part: PackPart, lang: Language): readonly string[] {
  const say = packWords[lang]
  const { supporter, covered, exceptions } = pack
  const text = (one: StatePack['protects']) => (one === 'unknown' ? say.unknown[part] : one[lang])
  switch (part) {
    case 'law':
      return [say.status[pack.law.status]]
    case 'supporter':
      return [
        text(supporter.who),
        ...(supporter.certifiedBy === null ? [] : [say.certified(supporter.certifiedBy.join(', '))]),
        ...(supporter.trainedHours === null ? [] : [say.hours(supporter.trainedHours)]),
        say.designated[supporter.designatedBefore],
        say.licensed[supporter.licensedToo],
      ]
    case 'covered':
      return [
        text(covered.who),
        say.retired[covered.retired],
        say.between[covered.betweenIncidents],
        say.participants[covered.participants],
      ]
    case 'protects':
      return [text(pack.protects), say.scene[pack.failsForPeersAtScene], say.notice[pack.writtenNotice]]
    case 'exceptions':
      return exceptions.known.length === 0
        ? [say.unknown.exceptions]
        : [
            ...exceptions.known.map((one) => one[lang]),
            say.mustTell[exceptions.mustTell],
            ...(exceptions.complete ? [] : [say.incomplete]),
          ]
    case 'notes':
      return pack.notes.length === 0 ? [say.unknown.notes] : pack.notes.map((one) => one[lang])
    case 'dutyToProtect':
      return [text(pack.dutyToProtect)]
  }
}
