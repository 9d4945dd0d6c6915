/** What a store keeps of other systems: the outbox, which targets are paused, and where briefs ended up. */
import type { Status } from '@wherefore/core/brief';
import type { BriefRecord, DeliveryRecord, HistoryEntry } from '@wherefore/core/wire';
import type { RecordedChange } from './store.ts';

/** Instants are ISO 8601 in UTC. What is written here survives the end of the process, like everything in a store. */
export interface DeliveryStore {
  /** Names the targets there are. A pause ends when the fingerprint of the settings is another one than then. */
  openTargets(targets: readonly { name: string; fingerprint: string }[]): Promise<void>;
  /**
   * Takes the delivery to this target that is due longest, and nobody else gets one for the target until the lease ends.
   * Counts the try before it is made. Deliveries about one brief go in the order in which they were written.
   */
  claimDelivery(target: string, lease: Lease): Promise<ClaimedDelivery | undefined>;
  /** Writes down what came of a claim. Resolves to `false`, and changes nothing, when the lease went to another holder. */
  settleDelivery(id: string, holder: string, outcome: DeliveryOutcome): Promise<boolean>;
  /** Stops all deliveries to a target, for a reason that the desk shows. */
  pauseTarget(target: string, reason: string): Promise<void>;
  resumeTarget(target: string): Promise<void>;
  /** Every target that has a delivery or was opened, by name. */
  targetStates(): Promise<TargetRow[]>;
  /** Newest first. */
  listDeliveries(query: DeliveryFilter): Promise<{ items: DeliveryRow[]; nextPosition?: number }>;
  /** Makes a delivery due now, with all its tries before it, and resumes its target. One that is done stays as it is. */
  retryDelivery(id: string, at: string): Promise<DeliveryRow | undefined>;
  /** The same for everything that goes to this target and is not done. Resolves to how many there are. */
  retryTarget(target: string, at: string): Promise<number>;
  /** Where the brief is, and what is not there yet; both oldest first. */
  traceOf(briefId: string): Promise<{ links: StoredLink[]; open: DeliveryRow[] }>;

  /** Takes the link to this target whose state is to be asked for, and puts it off until the lease ends. */
  claimLink(target: string, lease: Omit<Lease, 'holder'>): Promise<StoredLink | undefined>;
  findLink(target: string, id: string): Promise<StoredLink | undefined>;
  /** Writes down what a target says of a brief, with the change of the brief's own state that follows from it, or neither. */
  noteTargetState(link: StoredLink, note: TargetNote): Promise<'noted' | 'version-mismatch' | 'not-found'>;
}

/** Why a target is paused that the settings don't name any more. */
export const GONE = 'This target is no longer in the settings';

/** A delivery to be written with a brief or a change. */
export interface NewDelivery {
  id: string;
  target: string;
}

export interface Lease {
  at: string;
  until: string;
  /** Who asks; random for each dispatcher. */
  holder: string;
}

export interface ClaimedDelivery {
  id: string;
  /** Tries in this round, this one included. */
  attempts: number;
  /** Whether a try was made before, also one that nobody knows the end of. */
  triedBefore: boolean;
  record: BriefRecord;
  /** The decision, when it is not about the brief as such. */
  change?: HistoryEntry;
  /** Where the brief is already. */
  link?: StoredLink;
}

export type DeliveryOutcome =
  | {
      state: 'done';
      at: string;
      link?: Pick<StoredLink, 'id' | 'url' | 'label'>;
      pollAt?: string | undefined;
    }
  | {
      state: 'waiting';
      at: string;
      attempts: number;
      nextAt: string;
      reason: string;
      /** Nothing goes to the whole target before this. */
      holdUntil?: string | undefined;
      /** The whole target stops until somebody does something. */
      pause?: boolean;
    }
  | { state: 'dead'; at: string; attempts: number; reason: string };

export type DeliveryRow = Omit<DeliveryRecord, 'title'>;

export interface DeliveryFilter {
  state?: 'waiting' | 'done' | 'dead' | 'stuck' | undefined;
  target?: string | undefined;
  /** `nextPosition` of the page before. */
  before?: number | undefined;
  /** Rows, 1 to 100. */
  limit: number;
}

export interface TargetRow {
  name: string;
  /** Why it is paused. */
  paused?: string;
  /** Why the last one that was tried still waits; not once somebody sends it again. */
  reason?: string;
  waiting: number;
  done: number;
  dead: number;
}

export interface StoredLink {
  briefId: string;
  target: string;
  /** The other system's own id. */
  id: string;
  url?: string;
  label: string;
  /** What the target said last, in its words and in ours. */
  state?: string;
  status?: Status;
  /** When it was heard last; when the link was made, if never. */
  checkedAt: string;
  /** How often in a row nothing had changed. */
  quiet: number;
}

/** A link that was made in another store. */
export interface NewLink extends Omit<StoredLink, 'briefId' | 'quiet'> {
  /** When to ask for its state; never, when absent. */
  pollAt?: string | undefined;
}

export interface TargetNote {
  checkedAt: string;
  /** When to ask again; never, when absent. */
  pollAt?: string | undefined;
  quiet: number;
  /** As they were, when absent. */
  state?: string | undefined;
  status?: Status | undefined;
  change?: RecordedChange | undefined;
}
