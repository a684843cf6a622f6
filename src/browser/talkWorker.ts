// Beside the page of a conversation: what takes a phone a moment. It asks nobody and keeps nothing.
import { openKeyring, receiptKeys, solve, unwrap, wrap } from '../crypto/index.ts'
import type { Done, Job } from './talk/work.ts'

async function done(job: Job): Promise<Done[Job['what']]> {
  if (job.what === 'receipt') return await receiptKeys(job.words, job.region)
  if (job.what === 'solve') return (await solve(job.puzzle, () => true))!
  const owner = { region: job.region, member: job.member }
  if (job.what === 'wrap') return await wrap(job.key, owner, job.way)
  const key = await unwrap(job.wrapped, owner, job.way)
  if (!key.ok) return null
  const ring = await openKeyring(key.value, owner, job.keyring)
  return ring.ok ? { key: key.value, ring: ring.value } : null
}

addEventListener('message', ({ data }: MessageEvent<{ number: number; job: Job }>) => {
  done(data.job).then(
    (value) => postMessage({ number: data.number, done: value }),
    (error: unknown) => postMessage({ number: data.number, failed: String(error) }),
  )
})
