import type { Path } from '../ui/path.ts'

const path = (text: string) => text as Path

/** Every address this module answers to, all on the team's host. */
export const regionPaths = {
  /** Where each agency is called back. */
  agencyPhones: (region: string) => path(`/${region}/agencies`),
  agencyMail: (region: string) => path(`/${region}/agencies/mail`),
  policy: (region: string) => path(`/${region}/policy`),
  policySaved: (region: string, version: number) => path(`/${region}/policy?saved=${version}`),
} as const
