import { type Client, Refused, TooOften } from "./client";
import type { Pending, Storage } from "./storage";
import type { CoachMessage, PastMessage } from "./wire";

export type State = "online" | "offline" | "slow";

export interface Watcher {
  /** What was said before is known: show it instead of what is shown now. */
  onHistory(past: PastMessage[], pending: Pending[]): void;
  onSending(message: Pending): void;
  onReply(message: Pending, messages: CoachMessage[]): void;
  onRefused(message: Pending, reason: string): void;
  onState(state: State): void;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 10_000;

/** Sends messages in order, one at a time, and keeps them until they are answered. */
export class Outbox {
  private running = false;
  private loaded = false;
  private wait = FIRST_WAIT;
  private wake: () => void = () => {};

  constructor(
    private readonly client: Client,
    private readonly storage: Storage,
    private readonly watcher: Watcher,
  ) {
    window.addEventListener("online", () => this.retry());
    storage.onOtherTurn(() => {
      this.loaded = false;
      void this.run();
    });
    window.addEventListener("offline", () => this.watcher.onState("offline"));
  }

  add(text: string, shown: string): Pending {
    const message = { id: crypto.randomUUID?.() ?? randomId(), text, shown, tried: false };
    this.storage.change({ pending: [...this.storage.read().pending, message] });
    // Not before the caller has shown it.
    queueMicrotask(() => void this.run());
    return message;
  }

  /** Try again now. */
  retry(): void {
    this.wait = FIRST_WAIT;
    this.wake();
    void this.run(true);
  }

  /** Load what was said, then send what is waiting, until all is done. */
  async run(probe = false): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      while (!this.loaded || this.next || probe) {
        try {
          if (!this.loaded) await this.load();
          else if (this.next) await this.send(this.next);
          else if (this.client.known) await this.client.probe();
          probe = false;
          this.wait = FIRST_WAIT;
          this.watcher.onState("online");
        } catch (problem) {
          await this.pause(problem);
        }
      }
    } finally {
      this.running = false;
    }
  }

  /** Forget what is waiting; the conversation it belongs to is over. */
  clear(): void {
    this.storage.change({ pending: [] });
    this.storage.turn();
  }

  private get next(): Pending | undefined {
    return this.storage.read().pending[0];
  }

  private async load(): Promise<void> {
    const past = await this.client.history().catch((problem: unknown): PastMessage[] => {
      // What was said cannot be read; that is no reason not to go on.
      if (problem instanceof Refused) return [];
      throw problem;
    });
    const arrived = new Set(past.map((message) => message.id));
    const pending = this.storage.read().pending.filter(({ id }) => !arrived.has(id));
    this.storage.change({ pending });
    this.loaded = true;
    this.watcher.onHistory(past, pending);
  }

  private async send(message: Pending): Promise<void> {
    this.watcher.onSending(message);
    try {
      const sent = this.client.send(message);
      this.change(message.id, { tried: true });
      const answer = await sent;
      this.drop(message.id);
      this.storage.turn();
      this.watcher.onReply(message, answer);
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      this.drop(message.id);
      this.watcher.onRefused(message, problem.message);
    }
  }

  /** Wait a while, longer each time, or until somebody wakes us. */
  private async pause(problem: unknown): Promise<void> {
    const slow = problem instanceof TooOften;
    this.watcher.onState(slow ? "slow" : "offline");
    const time = slow ? problem.seconds * 1000 : this.wait * (0.75 + Math.random() / 2);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, time);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private change(id: string, part: Partial<Pending>): void {
    const pending = this.storage.read().pending.map((m) => (m.id === id ? { ...m, ...part } : m));
    this.storage.change({ pending });
  }

  private drop(id: string): void {
    this.storage.change({ pending: this.storage.read().pending.filter((m) => m.id !== id) });
  }
}

/** Where a page is not served securely, browsers give no UUIDs. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
