export { identityPaths } from './paths.ts'
