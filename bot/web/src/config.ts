import { TEXTS, type Texts } from "./texts";

/** What a host page sets by `data-…` attributes of the script element. */
export interface Config {
  /** Where the coach is, with a slash at the end. */
  base: string;
  title: string;
  greeting: string;
  questions: string[];
  color: string;
  position: "left" | "right";
  theme: "auto" | "light" | "dark";
  open: boolean;
  lang: string;
  texts: Texts;
}

const GREETING =
  "Hello! I know about careers in account management and sales: roles, pay, skills and next steps. "
  + "What would you like to know?";
const QUESTIONS = [
  "What does an Account Manager do?",
  "What does a Senior Account Manager earn?",
  "How do I become a Director of Account Management?",
];

export function configOf(script: HTMLScriptElement): Config {
  const data = script.dataset;
  const theme = data.theme === "light" || data.theme === "dark" ? data.theme : "auto";
  return {
    base: new URL(".", script.src).href,
    title: data.title || "Career coach",
    greeting: data.greeting || GREETING,
    questions: data.questions === undefined ? QUESTIONS : listed(data.questions),
    color: data.color || "#1f4fd8",
    position: data.position === "left" ? "left" : "right",
    theme,
    open: data.open !== undefined && data.open !== "false",
    lang: data.lang || "en",
    texts: textsOf(data),
  };
}

function listed(value: string): string[] {
  return value.split("|").map((part) => part.trim()).filter(Boolean);
}

/** `data-text-send` replaces the text named "send", `data-text-too-long` that named "tooLong". */
function textsOf(data: DOMStringMap): Texts {
  const texts = { ...TEXTS };
  for (const name of Object.keys(TEXTS) as (keyof Texts)[]) {
    const given = data[`text${name[0]!.toUpperCase()}${name.slice(1)}`];
    if (given) texts[name] = given;
  }
  return texts;
}
