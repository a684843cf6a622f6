export type { Course, Library } from './course.ts'
export { trainingPaths } from './paths.ts'
export type { StudyDay } from './studyDay.ts'
