/** What the coach sends. */

export interface Source {
  document: string;
  section: string;
}

export interface Attachment {
  name: string;
  media_type: string;
  content: string;
}

export interface SalaryRange {
  type: "salary_range";
  title: string;
  alt: string;
  currency: string;
  unit: string;
  ranges: { role: string; label: string; low: number; high: number; open: boolean }[];
  own: { label: string; amount: number } | null;
}

export interface CareerLadder {
  type: "career_ladder";
  title: string;
  alt: string;
  stages: { label: string; role: string | null; own: boolean; target: boolean }[];
}

export interface Gap {
  type: "gap";
  title: string;
  alt: string;
  requirements: {
    label: string;
    state: "met" | "unmet" | "unknown";
    have: number | null;
    need: number | null;
    unit: string;
  }[];
}

export interface Comparison {
  type: "comparison";
  title: string;
  alt: string;
  columns: [string, string];
  rows: { label: string; cells: [string, string] }[];
}

export type Chart = SalaryRange | CareerLadder | Gap | Comparison;

export interface CoachMessage {
  text?: string;
  buttons?: { title: string; payload: string }[];
  custom?: {
    kind?: string;
    sources?: Source[];
    chart?: Chart | null;
    attachments?: Attachment[];
    rating?: string;
  };
}

export interface PastMessage extends CoachMessage {
  by: "person" | "coach";
  at: number;
  id?: string;
}
