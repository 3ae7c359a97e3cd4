/** `fault` goes on from "Ballot 3". Ballots are numbered from 1, in the order given. */
export const badBallot = (row: number, fault: string) => new RangeError(`Ballot ${row + 1} ${fault}.`)
