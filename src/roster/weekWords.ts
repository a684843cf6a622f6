import type { Phrases } from '../ui/language.ts'

const en = {
  title: 'The week',
  caption: 'Seven days: who coordinates, who backs them up, how many members are on call',
  coordinator: 'Coordinator',
  backup: 'Backup',
  members: 'Members on call, as a number',
  gap: 'Nobody coordinates',
  span: (from: string, to: string) => `${from} to ${to}`,
  saidDay: (day: string, parts: string) => `${day}. ${parts}`,
  saidCoordinator: (spans: string) => `A coordinator is on call ${spans}.`,
  saidGap: (spans: string) => `Nobody coordinates ${spans}.`,
  saidBackup: (spans: string) => `Backup ${spans}.`,
  saidNoBackup: 'No backup.',
  saidMembers: (least: number, most: number) =>
    least === most ? `Members on call: ${most}.` : `Members on call: between ${least} and ${most}.`,
}

const es: typeof en = {
  title: 'La semana',
  caption: 'Siete días: quién coordina, quién está de reserva y cuántos integrantes están de guardia',
  coordinator: 'Coordinación',
  backup: 'Reserva',
  members: 'Integrantes de guardia, en número',
  gap: 'Nadie coordina',
  span: (from, to) => `${from} a ${to}`,
  saidDay: (day, parts) => `El ${day}. ${parts}`,
  saidCoordinator: (spans) => `Hay coordinación de guardia ${spans}.`,
  saidGap: (spans) => `Nadie coordina ${spans}.`,
  saidBackup: (spans) => `Reserva ${spans}.`,
  saidNoBackup: 'Sin reserva.',
  saidMembers: (least, most) =>
    least === most ? `Integrantes de guardia: ${most}.` : `Integrantes de guardia: entre ${least} y ${most}.`,
}

/** The picture of the week. */
export const weekWords: Phrases<typeof en> = { en, es }
