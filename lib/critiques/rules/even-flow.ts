/**
 * Shares work out as evenly as it can be: every task gets `need` different people out of its `choices`, and
 * the loads of the people come out as level as any such sharing can make them.
 *
 * This is a flow of least cost: source to task (capacity `need`), task to person (1), person to sink, where
 * a person's k-th unit costs k. A path to the sink costs what its last person's next unit costs, so the
 * cheapest paths come first if a common ceiling on loads is raised step by step and the flow is made maximal
 * under each ceiling (successive shortest paths; N. Harvey, R. Ladner, L. Lovász and T. Tamir, "Semi-matchings
 * for bipartite graphs and load balancing", Journal of Algorithms 59, 2006). The loads are then least in
 * their sum of squares and in every other convex measure at once: the largest is as small and the smallest
 * as large as possible, and they differ by at most one whenever any sharing does that.
 *
 * Under one ceiling this is E. Dinic's algorithm (1970): layer the residual graph from the tasks still short,
 * then send a blocking flow along shortest paths only.
 */
export type Work = {
  choices: Int32Array[] // for each task the people who may take it, in the order to try them
  need: Int32Array // for each task how many people it still needs: at most its choices
  load: Int32Array // for each person the load to start from
}

/** Returns for each person the tasks newly given. The input is left as it was. */
export function shareEvenly({ choices, need, load }: Work): number[][] {
  const net = new Network(choices, need.slice(), load.slice())
  for (let ceiling = 0; ; ) {
    const reached = net.layer(ceiling)
    if (reached === null) return net.held
    if (reached < ceiling) net.block(ceiling)
    else ceiling = reached + 1
  }
}

class Network {
  readonly held: number[][]
  private readonly taken: Uint8Array // taken[task * people + person]
  private readonly taskDepth: Int32Array
  private readonly personDepth: Int32Array
  private readonly nextChoice: Int32Array // how far each task and person has been searched in these layers
  private readonly nextHeld: Int32Array

  constructor(
    private readonly choices: Int32Array[],
    private readonly need: Int32Array,
    private readonly load: Int32Array,
  ) {
    this.held = Array.from(load, () => [])
    this.taken = new Uint8Array(need.length * load.length)
    this.taskDepth = new Int32Array(need.length)
    this.nextChoice = new Int32Array(need.length)
    this.personDepth = new Int32Array(load.length)
    this.nextHeld = new Int32Array(load.length)
  }

  /**
   * Numbers tasks and people by their distance from the tasks still short, as far as the first people with
   * room. Returns the least load reached, or null if no task is short. A load that is not below the ceiling
   * means that all who could be reached are full, and that nothing more goes through until it is.
   */
  layer(ceiling: number): number | null {
    for (const list of [this.taskDepth, this.personDepth]) list.fill(-1)
    for (const list of [this.nextChoice, this.nextHeld]) list.fill(0)
    let tasks: number[] = []
    for (let task = 0; task < this.need.length; task++) if (this.need[task]! > 0) tasks.push(task)
    if (tasks.length === 0) return null
    for (const task of tasks) this.taskDepth[task] = 0
    let least = Number.POSITIVE_INFINITY
    let unseen = this.load.length
    for (let depth = 1; tasks.length > 0; depth += 2) {
      const people = this.peopleAfter(tasks, depth, unseen)
      for (const person of people) least = Math.min(least, this.load[person]!)
      if (least < ceiling) break
      unseen -= people.length
      tasks = this.tasksAfter(people, depth + 1)
    }
    if (least === Number.POSITIVE_INFINITY) throw new RangeError('A task needs more people than may take it.')
    return least
  }

  private peopleAfter(tasks: number[], depth: number, unseen: number): number[] {
    const people: number[] = []
    for (const task of tasks) {
      if (people.length === unseen) break
      for (const person of this.choices[task]!) {
        if (this.personDepth[person]! >= 0 || this.has(task, person)) continue
        this.personDepth[person] = depth
        people.push(person)
      }
    }
    return people
  }

  private tasksAfter(people: number[], depth: number): number[] {
    const tasks: number[] = []
    for (const person of people)
      for (const task of this.held[person]!) {
        if (this.taskDepth[task]! >= 0) continue
        this.taskDepth[task] = depth
        tasks.push(task)
      }
    return tasks
  }

  /** Sends all that these layers can carry. */
  block(ceiling: number): void {
    for (let task = 0; task < this.need.length; task++)
      while (this.need[task]! > 0 && this.send(task, ceiling)) this.need[task]! -= 1
  }

  /**
   * Finds one way from a task to a person with room and takes it: each person on the way hands the next
   * task on. A loop and not a recursion, because a way can be as long as the class is large.
   */
  private send(start: number, ceiling: number): boolean {
    const tasks = [start]
    const people: number[] = []
    while (tasks.length > 0) {
      const person = this.candidate(tasks.at(-1)!)
      if (person === null) {
        tasks.pop()
        const back = people.pop()
        if (back !== undefined) this.nextHeld[back]! += 1
      } else if (this.load[person]! < ceiling) {
        people.push(person)
        this.take(tasks, people)
        return true
      } else {
        const next = this.handover(person)
        if (next === null) this.nextChoice[tasks.at(-1)!]! += 1
        else {
          people.push(person)
          tasks.push(next)
        }
      }
    }
    return false
  }

  /** The person in the next layer whom a task should try now. */
  private candidate(task: number): number | null {
    const choices = this.choices[task]!
    for (let i = this.nextChoice[task]!; i < choices.length; i++) {
      const person = choices[i]!
      if (this.personDepth[person] !== this.taskDepth[task]! + 1 || this.has(task, person)) continue
      this.nextChoice[task] = i
      return person
    }
    this.nextChoice[task] = choices.length
    return null
  }

  /** The task in the next layer that a full person could hand on now. */
  private handover(person: number): number | null {
    const held = this.held[person]!
    for (let i = this.nextHeld[person]!; i < held.length; i++) {
      this.nextHeld[person] = i
      if (this.taskDepth[held[i]!] === this.personDepth[person]! + 1) return held[i]!
    }
    this.nextHeld[person] = held.length
    return null
  }

  private take(tasks: number[], people: number[]): void {
    for (const [i, person] of people.entries()) {
      const task = tasks[i]!
      const handedOn = tasks[i + 1]
      this.taken[this.at(task, person)] = 1
      this.nextChoice[task]! += 1
      if (handedOn === undefined) {
        this.held[person]!.push(task)
        this.load[person]! += 1
      } else {
        this.taken[this.at(handedOn, person)] = 0
        this.held[person]![this.nextHeld[person]!] = task
        this.nextHeld[person]! += 1
      }
    }
  }

  private at(task: number, person: number): number {
    return task * this.load.length + person
  }

  private has(task: number, person: number): boolean {
    return this.taken[this.at(task, person)] === 1
  }
}
