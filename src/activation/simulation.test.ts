import { describe, expect, it } from 'vitest'
import { answerModel, modelAnswer, type SeatTaken, violationsOf } from './simulation.ts'

const seat = (given: Partial<SeatTaken> = {}): SeatTaken => ({
  member: 'dana',
  agency: 'Eastmarsh Police',
  affected: ['Larkfield Fire'],
  deployable: true,
  conflicted: false,
  startsAt: 0,
  endsAt: 60,
  ...given,
})

describe('the independent check', () => {
  it.each([
    ['a sound team', [seat(), seat({ member: 'luis' })], 0],
    ['somebody of the affected agency', [seat({ agency: 'Larkfield Fire' })], 1],
    ['somebody not deployable then', [seat({ deployable: false })], 1],
    ['somebody with a conflict', [seat({ conflicted: true })], 1],
    ['somebody in two places at once', [seat(), seat({ startsAt: 30, endsAt: 90 })], 1],
    ['one after the other is no clash', [seat(), seat({ startsAt: 60, endsAt: 90 })], 0],
    ['somebody without an agency', [seat({ agency: null })], 0],
  ])('%s', (_what, seats, count) => {
    expect(violationsOf(seats)).toBe(count)
  })
})

describe('the seeded model', () => {
  const many = Array.from({ length: 4000 }, (_, index) => modelAnswer(answerModel, `person ${index}`, 'A1'))

  it('answers alike each time, and differently for another incident', () => {
    expect(modelAnswer(answerModel, 'dana', 'A1')).toEqual(modelAnswer(answerModel, 'dana', 'A1'))
    expect(modelAnswer(answerModel, 'dana', 'A1')).not.toEqual(modelAnswer(answerModel, 'dana', 'A2'))
  })

  it('keeps to its parameters', () => {
    expect(many.filter((one) => one.comes).length / many.length).toBeCloseTo(answerModel.accept, 1)
    expect(many.map((one) => one.minutes).sort((a, b) => a - b)[2000]).toBeCloseTo(
      answerModel.medianMinutes,
      -0.5,
    )
  })
})
