import pg from 'pg'

/** Asks the database of the seminar what no page tells: ids of other people's things, how many rows there are. */
export async function inSeminar<Row extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const { TEST_DATABASE_URL } = process.env
  if (!TEST_DATABASE_URL) throw new Error('TEST_DATABASE_URL is not set')
  const client = new pg.Client({ connectionString: TEST_DATABASE_URL })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** The first column of the one row that there must be. */
export async function oneOf<T = string>(sql: string, values: unknown[] = []): Promise<T> {
  const [row] = await inSeminar(sql, values)
  if (!row) throw new Error(`There is no row: ${sql}`)
  return Object.values(row)[0] as T
}
