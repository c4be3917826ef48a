/** How far a follower has come: a position in the log. 0 before the first event. */
export interface Checkpoint {
  load(): Promise<number>;
  /** Never moves back: saving an earlier position changes nothing. */
  save(position: number): Promise<void>;
}
