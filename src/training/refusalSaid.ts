import type { Language } from '../ui/language.ts'
import { learnWords } from './learnWords.ts'
import type { TrainingCode } from './problems.ts'

/** What a refusal means to whoever learns, and what they can do. */
export function refusalSaid(code: TrainingCode, lang: Language): string {
  const say = learnWords[lang]
  const words: Partial<Record<TrainingCode, string>> = {
    not_a_choice: say.errorChoice,
    name_missing: say.errorName,
    code_unknown: say.errorCode,
    course_closed: say.errorClosed,
    course_outline: say.errorOutline,
    take_before: say.errorBefore(''),
    enrolment_over: say.errorOver,
    course_changed: say.errorChanged,
    test_handed_in: say.errorHandedIn,
    not_finished: say.testLocked,
    tests_over: say.testOver,
    retest_early: say.errorEarly,
    not_approved: say.askedLead,
  }
  return words[code] ?? say.errorOther
}
