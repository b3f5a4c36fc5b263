import "deep-chat/dist/deepChat.bundle.js";
import type { DeepChat } from "deep-chat";
import css from "./chat.css";
import { adopt, h } from "./dom";
import type { Texts } from "./texts";

/**
 * deep-chat as the list of messages and the input, with its traps mended.
 *
 * What is sent and what comes back does not pass through it: it takes one question at a time and
 * reads both as Markdown. Messages are nodes made here, put into empty bubbles.
 */
export class Chat {
  readonly element: DeepChat;
  private readonly root: ShadowRoot;
  private readonly list: HTMLElement;
  private readonly input: HTMLElement;
  private readonly typing = h("div", { class: "typing" }, h("i"), h("i"), h("i"));
  private count = 0;

  private constructor(element: DeepChat, texts: Texts, onSend: (text: string) => boolean) {
    this.element = element;
    this.root = element.shadowRoot!;
    this.list = this.root.getElementById("messages")!;
    this.input = this.root.getElementById("text-input")!;
    adopt(this.root, css);
    this.list.setAttribute("role", "group");
    this.list.setAttribute("aria-label", texts.conversation);
    this.list.tabIndex = 0;
    this.input.setAttribute("aria-multiline", "true");
    this.catchSending(texts, onSend);
  }

  /** A chat in `place`, once it is drawn. `onSend` says whether it took the text. */
  static async in(
    place: HTMLElement,
    texts: Texts,
    onSend: (text: string) => boolean,
  ): Promise<Chat> {
    const element = document.createElement("deep-chat");
    // Without a font of its own, deep-chat would load one from another site.
    element.style.fontFamily = "inherit";
    element.textInput = { placeholder: { text: texts.placeholder } };
    // Never called, since sending is caught before; without it deep-chat shows an error.
    element.connect = { handler: (_body, signals) => signals.onClose() };
    element.dragAndDrop = false;
    place.append(element);
    await drawn(element);
    return new Chat(element, texts, onSend);
  }

  /** Show `node` as a message of `role`. */
  add(role: "user" | "ai", node: Node): void {
    this.count += 1;
    const id = `message-${this.count}`;
    this.element.addMessage({ role, html: `<div id="${id}"></div>` });
    this.root.getElementById(id)!.append(node);
    if (this.typing.isConnected) this.list.append(this.typing);
  }

  /** Show `node` below the messages. */
  append(node: Node): void {
    this.list.append(node);
  }

  /** Show or hide that the coach is at it. */
  setBusy(busy: boolean): void {
    if (busy) this.list.append(this.typing);
    else this.typing.remove();
  }

  /** Bring `node` to the top as far as what is below it reaches; without a node, show the end. */
  show(node?: HTMLElement): void {
    const scroll = () => {
      const { list } = this;
      const start = node
        ? node.getBoundingClientRect().top - list.getBoundingClientRect().top + list.scrollTop - 20
        : list.scrollHeight;
      list.scrollTop = start;
    };
    scroll();
    // deep-chat scrolls too, a moment after a message was added.
    setTimeout(scroll, 20);
  }

  clear(): void {
    this.element.clearMessages(true);
    this.list.replaceChildren();
  }

  focus(): void {
    this.input.focus();
  }

  focusList(): void {
    this.list.focus({ preventScroll: true });
  }

  /** Hand what was typed to `onSend` instead of deep-chat's own service. */
  private catchSending(texts: Texts, onSend: (text: string) => boolean): void {
    const button = this.root.querySelector<HTMLElement>(".input-button")!;
    button.setAttribute("role", "button");
    button.setAttribute("aria-label", texts.send);
    button.setAttribute("tabindex", "0");
    button.title = texts.send;
    const send = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const text = this.input.innerText.replace(/\u00a0/g, " ").trim();
      if (text && onSend(text)) {
        this.input.replaceChildren();
        this.input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }
    };
    this.root.addEventListener("keydown", (event) => {
      const { key, shiftKey, ctrlKey, isComposing, target } = event as KeyboardEvent;
      const typed = target === this.input && key === "Enter" && !shiftKey && !ctrlKey;
      const pressed = button.contains(target as Node) && (key === "Enter" || key === " ");
      if ((typed && !isComposing) || pressed) send(event);
    }, true);
    this.root.addEventListener("click", (event) => {
      if (button.contains(event.target as Node)) send(event);
    }, true);
  }
}

/**
 * Resolves when deep-chat is drawn for good. It draws itself once some time after it was made and
 * once after its properties were set, in either order or only the latter, and drops all messages.
 */
async function drawn(element: DeepChat & { _waitingToRender_?: boolean }): Promise<void> {
  while (!element._hasBeenRendered || element._waitingToRender_) {
    await new Promise((resolve) => setTimeout(resolve));
  }
}
