import { expect, it } from 'vitest'
import { renewingOf } from './lapse.ts'
import { trainingMails } from './mails.ts'

const courses = ['helping-one-person', 'tiny']
const next = 'March 3, 9:00, Station 4'

it.each([
  ['certificate tiny', 'The next class: March 3', 'La próxima clase: March 3'],
  ['agreement', 'Sign it again with your coordinator.', 'Fírmelo de nuevo con su coordinación.'],
  ['certificate AIC', 'Renew it with whoever issued it', 'Renuévelo con quien lo emitió'],
  ['state_certificate MPSN ICISF', 'Renew it with whoever issued it', 'Renuévelo con quien lo emitió'],
  ['license', 'Renew it with whoever issued it', 'Renuévelo con quien lo emitió'],
])('a mail about %s says how that one is renewed', (paper, english, spanish) => {
  const how = renewingOf(paper, courses)
  const { text } = trainingMails('en').lapse('https://x.example', 30, 'March 31', how, next)
  expect(text).toContain(english)
  expect(text.includes('next class')).toBe(how === 'course')
  expect(trainingMails('es').lapse('https://x.example', 30, '31 de marzo', how, next).text).toContain(spanish)
})

it('says that no class of ours is planned', () => {
  const { text } = trainingMails('en').lapse('https://x.example', 30, 'March 31', 'course', null)
  expect(text).toContain('No class is planned at the moment.')
})
