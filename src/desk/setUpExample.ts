import type { SetUpStep } from './paths.ts'

/** Fictional rows that read without a problem, to copy the form of. */
export const setUpExample: Readonly<Record<Exclude<SetUpStep, 'ready'>, string>> = {
  agencies: `name,town,discipline
Larkfield Police,Larkfield,police
Larkfield Fire,Larkfield,fire`,
  members: `name,email,role,agency,rank_band,disciplines,town
Kit A.,kit.a@peers.example,peer,Larkfield Fire,line,fire;ems,Larkfield
Mel O.,mel.o@peers.example,mhp,,civilian,fire;police,Larkfield`,
}
