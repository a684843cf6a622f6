export { keepPapers } from './lapses.server.ts'
export { lazyLibrary, readLibrary } from './library.server.ts'
export { loadStudyDay } from './studyDay.server.ts'
