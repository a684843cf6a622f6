export { trainingPaths } from './paths.ts'
export type { StudyDay } from './studyDay.ts'
