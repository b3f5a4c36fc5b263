import { colourRule } from "./colour";
import { type Config, configOf } from "./config";
import { adopt, h, icon } from "./dom";
import css from "./loader.css";
import type { Panel } from "./panel";
import { Storage } from "./storage";

/** What a host page may call. */
interface Api {
  open(): void;
  close(): void;
  /** Open the panel and ask. */
  ask(text: string): void;
}

declare global {
  interface Window {
    CareerCoach?: Api;
  }
}

const SMALL = matchMedia("(max-width: 30rem), (max-height: 30rem)");

/** The button on the page, and the panel once it was opened. */
class Widget implements Api {
  private readonly host = h("div", { id: "career-coach" });
  private readonly root = this.host.attachShadow({ mode: "open" });
  private readonly launcher: HTMLButtonElement;
  private readonly problem = h("p", { class: "problem", role: "alert" });
  private readonly storage: Storage;
  private panel: Panel | null = null;
  private loading: Promise<Panel | null> | null = null;
  private inert: Element[] = [];

  constructor(private readonly config: Config) {
    this.storage = new Storage(config.base);
    this.launcher = h(
      "button",
      { type: "button", class: "launcher", "aria-expanded": "false" },
      icon("M4 5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-8l-5 4v-4H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z"),
      icon("M6 9l6 6 6-6"),
    );
    this.launcher.addEventListener("click", () => (this.isOpen ? this.close() : this.open()));
    adopt(this.root, css, colourRule(config.color));
    this.host.className = `${config.position} ${config.theme}`;
    this.host.lang = config.lang;
    this.root.append(this.launcher, this.problem);
    this.root.addEventListener("keydown", (event) => {
      if ((event as KeyboardEvent).key === "Escape" && this.isOpen) this.close();
    });
    SMALL.addEventListener("change", () => this.cover());
    this.label();
    document.body.append(this.host);
    // Where it would cover the page, it waits to be called.
    if ((config.open || this.storage.read().open) && !SMALL.matches) void this.show(false);
  }

  open(): void {
    void this.show(true);
  }

  close(): void {
    this.host.classList.remove("open");
    this.storage.change({ open: false });
    this.label();
    this.cover();
    this.launcher.focus();
  }

  ask(text: string): void {
    void this.show(true).then((panel) => panel?.ask(text));
  }

  private get isOpen(): boolean {
    return this.host.classList.contains("open");
  }

  /** Open the panel; the focus goes there if a person opened it. */
  private async show(byPerson: boolean): Promise<Panel | null> {
    this.launcher.setAttribute("aria-busy", "true");
    const panel = await (this.loading ??= this.load());
    this.launcher.removeAttribute("aria-busy");
    if (!panel) return null;
    this.host.classList.add("open");
    if (byPerson) this.storage.change({ open: true });
    this.label();
    this.cover();
    if (byPerson) panel.focus();
    return panel;
  }

  private async load(): Promise<Panel | null> {
    this.problem.textContent = "";
    try {
      const { makePanel } = (await import(
        `${this.config.base}widget/files/${PANEL_FILE}`
      )) as typeof import("./panel");
      this.panel = await makePanel(this.root, this.config, () => this.close());
      return this.panel;
    } catch (error) {
      console.error("The career coach could not be loaded.", error);
      this.problem.textContent = this.config.texts.notLoaded;
      this.loading = null;
      return null;
    }
  }

  private label(): void {
    const { texts, title } = this.config;
    const label = `${this.isOpen ? texts.close : texts.open}: ${title}`;
    this.launcher.setAttribute("aria-label", label);
    this.launcher.setAttribute("aria-expanded", String(this.isOpen));
  }

  /** Where the panel covers the page, what is under it cannot be reached. */
  private cover(): void {
    const covered = this.isOpen && SMALL.matches;
    for (const element of this.inert.splice(0)) element.removeAttribute("inert");
    this.panel?.element.toggleAttribute("aria-modal", covered);
    if (covered) {
      this.panel?.element.setAttribute("aria-modal", "true");
      this.inert = [...document.body.children].filter(
        (element) => element !== this.host && !element.hasAttribute("inert"),
      );
      for (const element of this.inert) element.setAttribute("inert", "");
    }
  }
}

function begin(script: HTMLScriptElement): void {
  // Loaded twice, it would show two buttons.
  if (!window.CareerCoach) window.CareerCoach = new Widget(configOf(script));
}

// A module is nobody's current script.
const script = document.currentScript ?? document.querySelector('script[src$="/widget.js"]');
if (script instanceof HTMLScriptElement) {
  if (document.body) begin(script);
  else document.addEventListener("DOMContentLoaded", () => begin(script));
}
