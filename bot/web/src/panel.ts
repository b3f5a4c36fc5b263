import { Chat } from "./chat";
import { Chips, type Question, questionsOf } from "./chips";
import { Client } from "./client";
import type { Config } from "./config";
import { adopt, h, icon } from "./dom";
import { type Hooks, coachBubble, setFate, spoken, visitorBubble } from "./message";
import { Outbox, type State } from "./outbox";
import css from "./panel.css";
import { restartQuestion } from "./restart";
import { type Pending, Storage } from "./storage";
import type { CoachMessage, PastMessage } from "./wire";

export interface Panel {
  element: HTMLElement;
  ask(text: string): void;
  focus(): void;
}

/** The panel with the conversation, put into `root`. `close` is what its button does. */
export async function makePanel(
  root: ShadowRoot,
  config: Config,
  close: () => void,
): Promise<Panel> {
  adopt(root, css);
  const conversation = new Conversation(config, close);
  root.append(conversation.element);
  await conversation.start();
  return conversation;
}

class Conversation implements Panel {
  readonly element: HTMLElement;
  private readonly place = h("div", { class: "place" });
  private readonly heard = h("div", { class: "hidden", role: "status", "aria-live": "polite" });
  private readonly state = h("span");
  private readonly bar: HTMLElement;
  private readonly storage: Storage;
  private readonly client: Client;
  private readonly outbox: Outbox;
  private readonly hooks: Hooks;
  private readonly bubbles = new Map<string, HTMLElement>();
  private readonly restart: HTMLButtonElement;
  private current: State = "online";
  private chat!: Chat;
  private readonly chips: Chips;
  private files: string[] = [];
  /** Whether more than a greeting is shown. */
  private begun = false;

  constructor(private readonly config: Config, close: () => void) {
    const { texts, base } = config;
    this.storage = new Storage(base);
    this.client = new Client(base, this.storage, () => this.ended());
    this.outbox = new Outbox(this.client, this.storage, this);
    this.hooks = {
      texts,
      rate: (token, useful) => this.client.rate(token, useful),
      say: (words) => this.say(words),
    };
    this.chips = new Chips(texts);
    const again = h("button", { type: "button" }, texts.retry);
    again.addEventListener("click", () => this.outbox.retry());
    this.bar = h("div", { class: "bar", hidden: true }, this.state, again);
    this.restart = headButton(texts.restart, "M4 4v5h5M4.6 9a8 8 0 1 1-.6 5");
    this.restart.addEventListener("click", () => this.askToRestart());
    const leave = headButton(texts.close, "M6 6l12 12M18 6 6 18");
    leave.addEventListener("click", close);
    this.element = h(
      "section",
      { class: "panel", role: "dialog", "aria-label": config.title, id: "panel" },
      h("header", {}, h("h2", {}, config.title), this.restart, leave),
      this.bar,
      this.place,
      texts.note && h("p", { class: "note" }, texts.note),
      this.heard,
    );
  }

  async start(): Promise<void> {
    this.chat = await Chat.in(this.place, this.config.texts, (text) => this.typed(text));
    this.greet();
    for (const message of this.storage.read().pending) this.showPending(message);
    if (!navigator.onLine) this.onState("offline");
    void this.outbox.run();
  }

  /** Focus the input; on a phone the messages, since the input would call up the keyboard. */
  focus(): void {
    if (matchMedia("(hover: none)").matches) this.chat.focusList();
    else this.chat.focus();
  }

  ask(text: string, shown = text): void {
    this.chips.clear();
    this.showPending(this.outbox.add(text, shown));
  }

  onHistory(past: PastMessage[], pending: Pending[]): void {
    if (past.length === 0 && !this.begun) return;
    this.clear();
    if (past.length === 0) this.greet();
    for (const message of past) {
      if (message.by === "person") {
        this.chat.add("user", visitorBubble(message.text ?? "", this.config.texts));
      } else this.showCoach(message);
    }
    const last = past[past.length - 1];
    if (last) this.offer(questionsOf(last));
    this.begun = past.length > 0;
    for (const message of pending) this.showPending(message);
    this.chat.show();
  }

  onSending(message: Pending): void {
    // Who asks on keeps the conversation.
    this.element.querySelector(".question")?.remove();
    // Another window of the same visitor may have left it.
    if (!this.bubbles.has(message.id)) this.showPending(message);
    // While there is no connection, a try is no news.
    if (this.current !== "online") return;
    this.fate(message, "");
    this.chat.setBusy(true);
  }

  onReply(message: Pending, messages: CoachMessage[]): void {
    this.fate(message, "");
    this.chat.setBusy(false);
    const asked = this.bubbles.get(message.id);
    this.bubbles.delete(message.id);
    for (const answer of messages) this.showCoach(answer);
    if (messages.length > 0 && this.bubbles.size === 0) {
      this.offer(questionsOf(messages[messages.length - 1]!));
    }
    this.say(messages.map(spoken).join("\n"));
    this.chat.show(asked);
  }

  onRefused(message: Pending, reason: string): void {
    this.chat.setBusy(false);
    this.fate(message, `${this.config.texts.refused}: ${reason}`);
    this.bubbles.delete(message.id);
    this.say(`${this.config.texts.refused}: ${reason}`);
  }

  onState(state: State): void {
    const { texts } = this.config;
    const before = this.current;
    this.current = state;
    if (state !== "online") {
      this.chat.setBusy(false);
      for (const bubble of this.bubbles.values()) setFate(bubble, texts.waiting);
    }
    if (state === before) return;
    const words = { online: "", offline: texts.offline, slow: texts.slow }[state];
    this.notify(words, state === "slow");
    this.say(words || (before === "offline" ? texts.reconnected : ""));
  }

  /** Show `words` above the messages, or nothing; a `hint` needs no button to try again. */
  private notify(words: string, hint: boolean): void {
    this.state.textContent = words;
    this.bar.hidden = !words;
    this.bar.classList.toggle("hint", hint);
  }

  private typed(text: string): boolean {
    const most = this.storage.read().characters;
    if (text.length > most) {
      const { tooLong } = this.config.texts;
      const words = tooLong
        .replace("{length}", text.length.toLocaleString("en-US"))
        .replace("{most}", most.toLocaleString("en-US"));
      this.notify(words, true);
      this.say(words);
      return false;
    }
    if (this.current === "online") this.notify("", false);
    this.ask(text);
    return true;
  }

  private showPending(message: Pending): void {
    const bubble = visitorBubble(message.shown, this.config.texts);
    this.bubbles.set(message.id, bubble);
    this.begun = true;
    this.chat.add("user", bubble);
    if (this.current !== "online") setFate(bubble, this.config.texts.waiting);
    this.chat.show();
  }

  private showCoach(message: CoachMessage): void {
    const bubble = coachBubble(message, this.hooks);
    this.files.push(...[...bubble.querySelectorAll<HTMLAnchorElement>("a.file")].map((a) => a.href));
    this.chat.add("ai", bubble);
  }

  /** Next questions below the last answer: [what is shown, what is sent]. */
  private offer(questions: Question[]): void {
    this.chips.show(questions, ([shown, text]) => {
      this.ask(text, shown);
      // The chip that had the focus is gone.
      this.focus();
    });
    if (questions.length > 0) this.chat.append(this.chips.element);
  }

  private greet(): void {
    this.chat.add("ai", coachBubble({ text: this.config.greeting }, this.hooks));
    this.offerFirst();
  }

  private offerFirst(): void {
    this.offer(this.config.questions.map((question) => [question, question] as const));
  }

  private clear(): void {
    this.files.splice(0).forEach((file) => URL.revokeObjectURL(file));
    this.bubbles.clear();
    this.chips.clear();
    this.begun = false;
    this.chat.clear();
  }

  private askToRestart(): void {
    if (this.element.querySelector(".question")) return;
    const question = restartQuestion(this.config.texts, (yes) => {
      if (yes) void this.startOver().finally(() => leave(this));
      else leave(this.restart);
    });
    const leave = (focus: { focus(): void }) => {
      question.remove();
      focus.focus();
    };
    this.place.before(question);
    question.querySelector<HTMLElement>(".no")!.focus();
  }

  private async startOver(): Promise<void> {
    try {
      await this.client.restart();
    } catch {
      this.onState("offline");
      return;
    }
    this.outbox.clear();
    this.clear();
    this.greet();
    this.say(this.config.texts.restarted);
  }

  /** The coach knows nothing of this visitor any more. */
  private ended(): void {
    const waiting = this.storage.read().pending;
    this.clear();
    this.chat.add("ai", coachBubble({ text: this.config.texts.ended }, this.hooks));
    for (const message of waiting) this.showPending(message);
    if (waiting.length === 0) this.offerFirst();
    this.begun = false;
  }

  private fate(message: Pending, words: string): void {
    const bubble = this.bubbles.get(message.id);
    if (bubble) setFate(bubble, words);
  }

  /** Have a screen reader say `words` when it has finished what it is saying. */
  private say(words: string): void {
    this.heard.textContent = words;
  }
}

function headButton(label: string, path: string): HTMLButtonElement {
  const attributes = { type: "button", class: "head", "aria-label": label, title: label } as const;
  return h("button", attributes, icon(path));
}
