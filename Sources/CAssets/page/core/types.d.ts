// What the server answers. Offsets are Unicode scalars of the document's text.
type Coder = { name: string; codings: number; documents: number; done: number; last: string | null };
type Study = {
  name: string; action: number; coder: string; isCoordinator: boolean; isBlind: boolean; commandName: string;
  coders: Coder[]; links?: { coder: string; url: string }[];
};
type Indicator = {
  match: string; language?: string | null; unless?: string[]; kinds?: string[]; sections?: string[]; sentence?: boolean;
};
type Code = {
  path: string; id: string; name: string; depth: number; parent: string | null; color: string | null; definition: string | null;
  include: string | null; exclude: string | null; memo: string | null; examples: string[]; counterexamples: string[];
  indicators: Indicator[]; codable: boolean; codings: number; automatic: number; documents: number;
};
type Codebook = { version: string; title: string; levels: string[]; languages: string[]; codes: Code[] };
type DocumentRow = {
  id: string; title: string; author: string | null; year: number | string | null; passages: number; toCode: number; coded: number;
  codings: number; toReview: number; automatic: number; done: string[]; assigned: string[]; next: number | null;
  variables: Record<string, string>; isOpen: boolean;
};
type Passage = { kind: string; type: string; level: number; section: string[]; language: string; start: number; text: string };
type StudyDocument = {
  id: string; title: string; hash: string; language: string; author: string | null; year: number | string | null;
  variables: Record<string, unknown>; passages: Passage[];
};
type Coding = {
  id: string; document: string; hash: string; passage: number; start: number; end: number; code: string; coder: string;
  quote: string; state: "sure" | "unsure" | "lost"; at: string; pending?: boolean;
};
type Verdict = "accepted" | "rejected";
type AutomaticCoding = {
  document: string; passage: number; code: string; evidence: [number, number][]; verdicts: Record<string, Verdict>;
};
type Memo = {
  id: string; target: "coding" | "document" | "code" | "study"; subject: string; coder: string; text: string; at: string;
};
type Decision = { document: string; passage: number; code: string; coder: string; verdict: Verdict | null };
type StudyAction = {
  kind: "action"; action: number; coder: string; name: string; detail: string; at: string; documents: string[];
  codings: Coding[]; gone: string[]; memos: Memo[]; goneMemos: string[]; decisions: Decision[];
  done: { document: string; coder: string; done: boolean }[]; codebook: boolean; texts: boolean;
};
type StudyEvent = StudyAction | { kind: "reset" } | { kind: "end" };

// A place is the number of a passage and an offset in UTF-16 units of its text. A span is a coding as it is drawn: one by
// hand, or the evidence of an automatic one. `pieces` are pairs of scalars, `first` and `last` are passages.
type Place = { passage: number; unit: number };
type Span = {
  key: string; code: string; coder?: string; kind: "own" | "other" | "automatic"; isPending?: boolean; isUnsure?: boolean;
  start: number; end: number; first: number; last: number; lane: number; level: number; pieces: [number, number][];
  coding?: Coding; automatic?: AutomaticCoding;
};

// A value whose changes can be watched. `subscribe` calls the watcher on each change, not at once.
type Signal<T> = { get(): T; set(value: T): void; subscribe(watcher: (value: T) => void): unknown };

// A screen of the page: its name in the URL, its name for people, and the key that shows it, with Alt. `show` is called with
// the same root each time, so that it can keep what it drew.
type PageScreen = {
  id: string; name: string; key?: string; show(root: HTMLElement, params: Record<string, string>): unknown;
};

// An action of the page, with an id such as "read.next" and the keys that it has unless the user chose others. It works on
// its screens, or everywhere if they are null. `when` returns whether it can be run now; a quiet one is not in the palette.
type Command = {
  id: string; name: string; keys: string[]; screens: string[] | null; when?(): boolean; isQuiet?: boolean; run(): unknown;
};

// A row of a chooser. `key` chooses it from the text field; `color` is shown as a swatch.
type Choice = { value: any; label: string; detail?: string; color?: string; key?: string; keyLabel?: string };
type Child = Node | string | number | null | undefined | false | any[];
type ChooseOptions = {
  title: string; choices(query: string): Choice[]; keyed?(query: string, marked: Choice | undefined): Choice[];
};
type PickOptions = { title: string; allowNew?: boolean; all?: boolean };

// `isReady` returns whether the button of a value may close the dialog.
type AskOptions = {
  title: string; content?: Child; class?: string; isReady?(value: string): boolean;
  buttons?: { label: string; value: string; isPrimary?: boolean; isDanger?: boolean }[];
};

