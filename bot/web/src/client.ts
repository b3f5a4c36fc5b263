import type { Pending, Storage } from "./storage";
import type { CoachMessage, PastMessage } from "./wire";

/** The coach cannot be reached at the moment. */
export class Unreachable extends Error {}

/** The coach asks to wait for `seconds`. */
export class TooOften extends Error {
  constructor(readonly seconds: number) {
    super();
  }
}

/** The coach will not take this; the message is a sentence that says why. */
export class Refused extends Error {}

interface SessionAnswer {
  token: string;
  seconds: number;
  characters: number;
}

const PATIENCE = 45_000;
const EARLY = 60_000;

/** Talks to the coach: one session, refreshed when it is time. */
export class Client {
  private renewing: Promise<string> | null = null;

  constructor(
    private readonly base: string,
    private readonly storage: Storage,
    /** Called when the coach no longer knows the visitor's conversation. */
    private readonly onEnded: () => void,
  ) {}

  get known(): boolean {
    return this.storage.read().token !== null;
  }

  async history(): Promise<PastMessage[]> {
    return this.known ? ((await this.call("history")) as PastMessage[]) : [];
  }

  async send(message: Pending): Promise<CoachMessage[]> {
    const body = { message: message.text, id: message.id, again: message.tried };
    return (await this.call("messages", body)) as CoachMessage[];
  }

  async rate(token: string, useful: boolean): Promise<void> {
    await this.call("rating", { token, useful });
  }

  async restart(): Promise<void> {
    if (this.known) this.keep((await this.call("restart", {})) as SessionAnswer);
  }

  /** Whether the coach can be reached; raises what `send` raises. */
  async probe(): Promise<void> {
    await this.renew();
  }

  private async call(path: string, body?: unknown): Promise<unknown> {
    const answer = await this.request(path, body, await this.token());
    if (answer.status !== 401) return this.read(answer);
    return this.read(await this.request(path, body, await this.renew()));
  }

  private async token(): Promise<string> {
    const { token, until } = this.storage.read();
    return token && Date.now() < until - EARLY ? token : this.renew();
  }

  /** A fresh token; two who ask at once get the same. */
  private renew(): Promise<string> {
    this.renewing ??= this.session().finally(() => {
      this.renewing = null;
    });
    return this.renewing;
  }

  private async session(): Promise<string> {
    const { token } = this.storage.read();
    let answer = await this.request("session", token ? { token } : {});
    if (token && (answer.status === 401 || answer.status === 422)) {
      this.storage.change({ token: null });
      this.onEnded();
      answer = await this.request("session", {});
    }
    return this.keep((await this.read(answer)) as SessionAnswer);
  }

  private keep({ token, seconds, characters }: SessionAnswer): string {
    this.storage.change({ token, until: Date.now() + seconds * 1000, characters });
    return token;
  }

  private async request(path: string, body?: unknown, token?: string): Promise<Response> {
    const headers: Record<string, string> = {};
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    try {
      return await fetch(`${this.base}widget/${path}`, {
        method: body === undefined ? "GET" : "POST",
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        credentials: "omit",
        cache: "no-store",
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch (problem) {
      // A browser does not say whether the network or a refused origin is the cause.
      console.error(`career coach: ${this.base} cannot be reached from ${location.origin}; ` +
        "if other pages reach it, name this origin in COACH_WIDGET_ORIGINS", problem);
      throw new Unreachable();
    }
  }

  private async read(answer: Response): Promise<unknown> {
    if (answer.status === 204) return null;
    const content: unknown = await answer.json().catch(() => null);
    if (answer.ok && content !== null) return content;
    if (answer.status === 429) throw new TooOften(Number(answer.headers.get("Retry-After")) || 5);
    if (answer.ok || [502, 503, 504].includes(answer.status)) throw new Unreachable();
    throw new Refused(String((content as { error?: string } | null)?.error ?? answer.status));
  }
}
