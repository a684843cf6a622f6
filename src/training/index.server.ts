import { planClass } from './classes.server.ts'
import { beginCourse } from './enrol.server.ts'
import { setEntry, setSeats } from './entry.server.ts'
import { readSection, walkPractice } from './learn.server.ts'

export { forgetLearner } from './forget.server.ts'
export { lazyLibrary, readLibrary } from './library.server.ts'
export { keepPapersSoon } from './settleSoon.server.ts'
export { loadStudyDay } from './studyDay.server.ts'

/** Use-cases that the demonstration lays its people and classes with. */
export const training = { planClass, beginCourse, setEntry, setSeats, readSection, walkPractice }
