export { type Blob, packBlob, type StoredSeal, unpackBlob } from './blob.ts'
export { base64url } from './bytes.ts'
export { type Chain, type StoredMessage, startChain } from './chain.ts'
export { addKey, beginConversation } from './conversation.ts'
export { drawWords } from './drawWords.ts'
export {
  type KeyRecord,
  makeIdentity,
  makeKey,
  publishKey,
  sixWords,
  verifyKey,
} from './identity.ts'
export { type Keyring, makeKeyringKey, openKeyring, openSide, sealKeyring } from './keyring.ts'
export { sealMessage } from './message.ts'
export { openMessages, type Refusal } from './openMessages.ts'
export { mayHold, type OwnCopy, openOwnCopy } from './ownCopy.ts'
export { isSolved, solve } from './puzzle.ts'
export { readWords } from './readWords.ts'
export { accessHash, type ReceiptKeys, receiptKeys, receiptWords } from './receipt.ts'
export { type ContentKey, openSealedKey } from './sealedKey.ts'
export { passkeyAsk, unwrap, wrap } from './wrap.ts'
