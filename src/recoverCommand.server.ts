import { parseArgs } from 'node:util'
import { operatorRecovers } from './identity/index.server.ts'
import { emailFrom, identityPaths } from './identity/index.ts'
import { regionDirectory } from './region/index.server.ts'
import type { Services } from './services.server.ts'

type Answer = { readonly code: 0 | 1 | 2; readonly text: string }
type Open = (work: (services: Pick<Services, 'db' | 'auth'>) => Promise<Answer>) => Promise<Answer>

const usage = 'Give the whole address: tailboard recover ADDRESS [--anyway]\n'

/**
 * `tailboard recover ADDRESS`: for whoever lost what they sign in with, where no two administrators can do it. Where two
 * could, one person at a command line must not do alone what takes two people on the page.
 */
export async function recoverCommand(args: readonly string[], open: Open): Promise<Answer> {
  const given = argumentsIn(args)
  if (given === null) return { code: 2, text: usage }
  return await open(async ({ db, auth }) => {
    const outcome = await operatorRecovers({ db, auth }, given.email, given.anyway)
    if (outcome.what === 'unknown') return { code: 2, text: 'Nobody signs in with that address.\n' }
    if (outcome.what === 'done')
      return { code: 0, text: 'Done. They sign in by mail and set up anew; a mail tells them.\n' }
    const pages = (await regionDirectory(db))
      .filter((one) => outcome.regions.includes(one.regionId))
      .map((one) => `  ${new URL(identityPaths.recoveries(one.slug), auth.teamUrl).href}\n`)
    return {
      code: 1,
      text: `Nothing was changed: two administrators can do it together, which keeps it from being done by one person.
Ask them to open
${pages.join('')}If they can't, because they lost their own keys too, say so with --anyway. The audit trail will say that you did it.\n`,
    }
  })
}

function argumentsIn(args: readonly string[]): { email: string; anyway: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { anyway: { type: 'boolean', default: false } },
    })
    const email = positionals.length === 1 ? emailFrom(positionals[0]!) : null
    return email === null ? null : { email, anyway: values.anyway }
  } catch {
    return null
  }
}
