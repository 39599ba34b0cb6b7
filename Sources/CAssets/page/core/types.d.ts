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

// The document that is read, and what is known of it, by ids; an automatic coding by its key.
type Reading = {
  id: string; codings: Map<string, Coding>; automatic: Map<string, AutomaticCoding>; memos: Map<string, Memo>;
};

// A value whose changes can be watched. `subscribe` calls the watcher on each change, not at once.
type Signal<T> = { get(): T; set(value: T): void; subscribe(watcher: (value: T) => void): unknown };

// What all screens know of the study. `me` is the name of the coder of this page.
type Session = {
  study: Signal<Study>; codebook: Signal<Codebook>; documents: Signal<DocumentRow[]>; me: { get(): string };
};

// A screen of the page: its name in the URL and its name for people. `show` is called with the same root each time, so that it
// can keep what it drew.
type PageScreen = { id: string; name: string; show(root: HTMLElement, params: Record<string, string>): unknown };

// An action of a screen, or of the whole page if the screen is "page", with an id such as "read.next" and the keys that it has
// unless the user chose others. `when` returns whether it can be run now.
type Command = { id: string; name: string; keys: string[]; screen: string; when(): boolean; run(): unknown };

type MakeElement = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, attributes?: Record<string, any>, ...children: Child[]
) => HTMLElementTagNameMap[Tag];
type Child = Node | string | number | null | undefined | false | any[];

// A row of a chooser. `key` chooses it from the text field; `color` is shown as a swatch.
type Choice = { value: any; label: string; detail?: string; color?: string; key?: string; keyLabel?: string };
type ChooseOptions = {
  title: string; choices(query: string): Choice[]; keyed?(query: string, marked: Choice | undefined): Choice[];
};
type PickOptions = { title: string; allowNew?: boolean; all?: boolean; further?: Choice[] };

// `isReady` returns whether the dialog may be closed by its action. `name` is its class.
type ConfirmOptions = { isReady?(): boolean; isDanger?: boolean; name?: string };

// `filter` returns a test of the codes to show, or null to show those that are not below a closed one. `draw` returns
// attributes and content of a row. `onmove` gets the path that the user moves to, `onclick` that of a row and whether its
// arrow was hit, and `onkey` the events of other keys with the rows and the place among them; it returns false if they mean
// nothing.
type TreeOptions = {
  name: string; filter?(): ((code: Code) => boolean) | null; onmove?(path: string): unknown;
  draw(code: Code, isCurrent: boolean): { attributes: Record<string, any>; content: Child };
  onclick(path: string, isArrow: boolean): unknown; onkey(event: KeyboardEvent, rows: Code[], place: number): unknown;
};

// A list of a screen. `fetch` returns a page of items and where the next one begins, `draw` the content of an item, which can
// have a heading if the item before it belongs to another group. `concerns` returns whether an action of the study changes it.
type FeedOptions = {
  screen: string; label: string; concerns(event: StudyAction): boolean;
  fetch(from: any): Promise<{ items: any[]; next: any }>; draw(item: any, before: any): Child; open?(item: any): unknown;
};

// A table of the server. A row is about a code, the two of a pair, those of a combination, or a document. Its `texts` are its
// cells as people read them. The action of a cell is where it links to, or what it does as a button.
type About = { code?: string; code_a?: string; code_b?: string; codes?: string[]; document?: string };
type Column = { name: string; label: string; definition?: string | null };
type Table = {
  title: string; columns: Column[]; notes: string[]; command: string;
  rows: { cells: any[]; texts: any[]; about: About; depth: number }[];
};
type CellAction = (about: About, column: Column) => string | (() => unknown) | null;

// The words that two coders coded differently, and what was decided.
type Outcome = { choice: "one" | "other" | "both" | "neither" | "own"; codes: string[]; note: string | null; coder: string };
type Disagreement = {
  id: string; document: string; title: string; hash: string; passage: number; start: number; end: number; text: string;
  before: string; after: string; codes: Record<string, string[]>; outcome: Outcome | null;
};
type Disagreements = { coders: string[]; total: number; disagreements: Disagreement[] };
