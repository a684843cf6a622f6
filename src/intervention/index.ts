export { type CloseOut, closeOutSchema, durationBands, heldCodes, participantBands } from './closeOut.ts'
export { followUpWords } from './followUpWords.ts'
export { interventionPaths } from './paths.ts'
export type { NewReferral } from './referral.ts'
