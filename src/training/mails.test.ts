import { expect, it } from 'vitest'
import { renewingOf } from './lapse.ts'
import { trainingMails } from './mails.ts'

const courses = ['helping-one-person', 'tiny']
const link = 'https://x.example'
const about = {
  days: 30,
  lastDay: 'March 31',
  bars: true,
  how: 'course',
  next: 'March 3, 9:00, Station 4',
} as const

it.each([
  ['certificate tiny', 'The next class: March 3', 'La próxima clase: March 3'],
  ['agreement', 'Sign it again with your coordinator.', 'Fírmelo de nuevo con su coordinación.'],
  ['certificate AIC', 'Renew it with whoever issued it', 'Renuévelo con quien lo emitió'],
  ['state_certificate MPSN ICISF', 'Renew it with whoever issued it', 'Renuévelo con quien lo emitió'],
  ['license', 'Renew it with whoever issued it', 'Renuévelo con quien lo emitió'],
])('a mail about %s says how that one is renewed', (paper, english, spanish) => {
  const how = renewingOf(paper, courses)
  const { text } = trainingMails('en').lapse(link, { ...about, how })
  expect(text).toContain(english)
  expect(text.includes('next class')).toBe(how === 'course')
  expect(trainingMails('es').lapse(link, { ...about, how }).text).toContain(spanish)
})

it('says that no class of ours is planned', () => {
  const { text } = trainingMails('en').lapse(link, { ...about, next: null })
  expect(text).toContain('No class is planned at the moment.')
})

it('says that nobody is called out without it only of a paper that the roster asks for', () => {
  const said = (lang: 'en' | 'es', bars: boolean) => trainingMails(lang).lapse(link, { ...about, bars }).text
  expect(said('en', true)).toContain('you are not called out until it is renewed')
  expect(said('en', false)).not.toContain('not called out')
  expect(said('en', false)).toContain('Whether you are called out does not depend on it.')
  expect(said('es', true)).toContain('no se le convoca hasta que se renueve')
  expect(said('es', false)).not.toContain('no se le convoca')
})
