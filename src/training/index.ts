export type { Course, Library } from './course.ts'
export { trainingPaths } from './paths.ts'
