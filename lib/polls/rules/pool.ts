/** How far the sum of a row of credences may be from 1. */
const TOLERANCE = 1e-9

/**
 * The linear opinion pool (Stone 1961): the weighted mean of each column. Rows are credences over the same
 * options, each summing to 1; weights are equal unless given. The order of rows changes nothing, not even the
 * last bit. RangeError for no rows, rows of different lengths, a row that is no credence, or weights that are
 * not one a row, finite, zero or more, and not all zero.
 */
export function linearPool(rows: number[][], weights?: number[]): number[] {
  const { weighted, total } = read(rows, weights)
  return columnsOf(rows).map(
    (column) => sum(weighted.map(({ row, weight }) => weight * row[column]!)) / total,
  )
}

/**
 * The logarithmic opinion pool (Genest and Zidek 1986): the weighted geometric mean of each column, scaled to
 * sum to 1. A zero given by anyone with weight is a zero in the pool. RangeError as for the linear pool, and
 * when every option has such a zero.
 */
export function logPool(rows: number[][], weights?: number[]): number[] {
  const { weighted, total } = read(rows, weights)
  const logs = columnsOf(rows).map(
    (column) => sum(weighted.map(({ row, weight }) => weight * Math.log(row[column]!))) / total,
  )
  const highest = Math.max(...logs)
  if (highest === -Infinity) {
    throw new RangeError(
      'Every option is given no credence at all by someone, so the logarithmic pool is undefined.',
    )
  }
  // Relative to the highest, which is then 1, lest all of many small products come out as 0.
  const relative = logs.map((log) => Math.exp(log - highest))
  const scale = sum(relative)
  return relative.map((part) => part / scale)
}

/**
 * Brier (1950): the squared error summed over all options, from 0 (certain and right) to 2 (certain and
 * wrong). `outcome` is the place of what came about. RangeError for a forecast that is no credence, or no
 * such place.
 */
export function brier(forecast: number[], outcome: number): number {
  requireCredence(forecast, 'The forecast')
  if (!Number.isInteger(outcome) || outcome < 0 || outcome >= forecast.length) {
    throw new RangeError(`There is no outcome ${outcome} among ${forecast.length} options counted from 0.`)
  }
  return sum(forecast.map((credence, option) => (credence - (option === outcome ? 1 : 0)) ** 2))
}

/** The rows that have any weight, with it, and the sum of the weights. */
function read(rows: number[][], weights: number[] = rows.map(() => 1)) {
  if (rows.length === 0) throw new RangeError('There are no credences to pool.')
  rows.forEach((row, i) => {
    requireCredence(row, `Row ${i + 1}`)
    if (row.length !== rows[0]!.length)
      throw new RangeError(`Row ${i + 1} has a different number of options.`)
  })
  if (weights.length !== rows.length) throw new RangeError('There must be one weight for each row.')
  if (!weights.every((weight) => weight >= 0))
    throw new RangeError('A weight must be a number, zero or more.')
  const total = sum(weights)
  if (!(total > 0 && total < Infinity))
    throw new RangeError('The weights must have a sum that is finite and not 0.')
  return {
    weighted: rows.map((row, i) => ({ row, weight: weights[i]! })).filter(({ weight }) => weight > 0),
    total,
  }
}

function requireCredence(row: number[], what: string) {
  if (!row.every((credence) => credence >= 0))
    throw new RangeError(`${what} has an entry that is not zero or more.`)
  // Written so that NaN fails too.
  if (!(Math.abs(sum(row) - 1) <= TOLERANCE)) throw new RangeError(`${what} does not sum to 1.`)
}

const columnsOf = (rows: number[][]) => rows[0]!.map((_, column) => column)

/**
 * Sorted first: the sum of doubles depends on their order, and a pool must not depend on the order of voters.
 */
const sum = (terms: number[]) => [...terms].sort((a, b) => a - b).reduce((total, term) => total + term, 0)
