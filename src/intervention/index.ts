export { type CloseOut, closeOutSchema, durationBands, heldCodes, participantBands } from './closeOut.ts'
