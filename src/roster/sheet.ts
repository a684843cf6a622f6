/** What a roster is brought in and taken out as: one table each, in the order in which they build on each other. */
export const sheets = ['agencies', 'members', 'credentials', 'shifts'] as const
export type Sheet = (typeof sheets)[number]

/** Columns in the order they are written. */
export const sheetColumns = {
  agencies: ['name', 'town', 'state', 'discipline', 'latitude', 'longitude'],
  members: [
    'name',
    'email',
    'role',
    'agency',
    'further_agencies',
    'rank_band',
    'disciplines',
    'languages',
    'town',
    'latitude',
    'longitude',
  ],
  credentials: [
    'email',
    'kind',
    'issuer',
    'number',
    'issued_on',
    'expires_on',
    'evidence_kind',
    'evidence_kept',
  ],
  shifts: ['email', 'starts_at', 'ends_at'],
} as const satisfies Readonly<Record<Sheet, readonly string[]>>
export type SheetColumn = (typeof sheetColumns)[Sheet][number]

/** A file may leave these out; all others it must have. */
const optional: Readonly<Record<Sheet, readonly SheetColumn[]>> = {
  agencies: ['state', 'latitude', 'longitude'],
  members: ['agency', 'further_agencies', 'languages', 'latitude', 'longitude'],
  credentials: ['evidence_kind', 'evidence_kept'],
  shifts: [],
}

export function neededColumns(sheet: Sheet): readonly SheetColumn[] {
  return sheetColumns[sheet].filter((column) => !optional[sheet].includes(column))
}

/** What else a column is called in spreadsheets, already plain. */
const alsoCalled: Readonly<Record<SheetColumn, readonly string[]>> = {
  name: ['nombre', 'agency_name', 'member_name', 'full_name', 'nombre_completo'],
  town: ['city', 'ciudad', 'localidad', 'home_town', 'municipio'],
  state: ['estado'],
  discipline: ['disciplina', 'service', 'servicio'],
  latitude: ['lat', 'latitud'],
  longitude: ['lon', 'lng', 'long', 'longitud'],
  email: ['e_mail', 'mail', 'email_address', 'member_email', 'correo', 'correo_electronico'],
  role: ['team_role', 'funcion', 'rol'],
  agency: ['agencia', 'department', 'departamento'],
  further_agencies: ['further_agency', 'other_agencies', 'also_serves', 'otras_agencias'],
  rank_band: ['rank', 'rango'],
  disciplines: ['discipline', 'disciplinas', 'disciplina'],
  languages: ['language', 'idioma', 'idiomas', 'lenguas'],
  kind: ['type', 'credential', 'certificate', 'tipo', 'certificado'],
  issuer: ['issued_by', 'emisor', 'emitido_por'],
  number: ['no', 'credential_number', 'certificate_number', 'numero'],
  issued_on: ['issued', 'issue_date', 'date_issued', 'emitido', 'emitido_el', 'fecha_de_emision'],
  expires_on: ['expires', 'expiry', 'expiration_date', 'expiry_date', 'vence', 'vence_el', 'vencimiento'],
  evidence_kind: ['evidence', 'tipo_de_prueba'],
  evidence_kept: ['kept', 'where_kept', 'guardado_en'],
  starts_at: ['start', 'starts', 'from', 'inicio', 'desde', 'empieza'],
  ends_at: ['end', 'ends', 'to', 'until', 'fin', 'hasta', 'termina'],
}

/** The sheet's column that a heading means, whatever its case, accents, spaces and underscores; null: none. */
export function columnCalled(sheet: Sheet, heading: string): SheetColumn | null {
  const plain = plainWord(heading)
  const columns: readonly SheetColumn[] = sheetColumns[sheet]
  return (
    columns.find((column) => column === plain) ??
    columns.find((column) => alsoCalled[column].includes(plain)) ??
    null
  )
}

/** "Correo electrónico " and "correo_electronico" are the same word. */
export function plainWord(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
}

export function sheetCalled(text: string | undefined): Sheet | null {
  return sheets.find((sheet) => sheet === text) ?? null
}
