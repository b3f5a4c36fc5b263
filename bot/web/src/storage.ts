/** What a visitor's browser keeps over reloads. */

/** A message on its way: `shown` is what the visitor saw of it, `text` what is sent. */
export interface Pending {
  id: string;
  text: string;
  shown: string;
  /** Whether it may have reached the coach already. */
  tried: boolean;
}

export interface Kept {
  token: string | null;
  /** When the token has to be refreshed, in milliseconds since 1970. */
  until: number;
  characters: number;
  pending: Pending[];
  open: boolean;
  /** Counts what was said, so that a visitor's other windows hear of it. */
  turns: number;
}

const NOTHING: Kept = {
  token: null, until: 0, characters: 4000, pending: [], open: false, turns: 0,
};

/** Local storage under a key of the coach's address; memory where a browser keeps nothing. */
export class Storage {
  private memory: Kept = NOTHING;
  private readonly key: string;

  constructor(base: string) {
    this.key = `career-coach ${base}`;
  }

  read(): Kept {
    try {
      const text = localStorage.getItem(this.key);
      return text ? { ...NOTHING, ...(JSON.parse(text) as Partial<Kept>) } : this.memory;
    } catch {
      return this.memory;
    }
  }

  /** Note that something was said or that a conversation began. */
  turn(): void {
    this.change({ turns: this.read().turns + 1 });
  }

  /** Call `act` when another window of the visitor has noted that. */
  onOtherTurn(act: () => void): void {
    window.addEventListener("storage", ({ key, oldValue, newValue }) => {
      if (key === this.key && turnsOf(oldValue) !== turnsOf(newValue)) act();
    });
  }

  change(part: Partial<Kept>): void {
    this.memory = { ...this.read(), ...part };
    try {
      localStorage.setItem(this.key, JSON.stringify(this.memory));
    } catch {
      // Storage is full or forbidden: this page's memory has to do.
    }
  }
}

function turnsOf(value: string | null): number {
  return value ? ((JSON.parse(value) as Partial<Kept>).turns ?? 0) : 0;
}
