export { lazyLibrary, readLibrary } from './library.server.ts'
