// @ts-check
import { t } from "../core/words.js";

/** What an action did, by its name in the study. */
const names = {
  "import": t("imported documents"),
  "text import": t("imported codings"),
  "tag": t("coded"),
  "untag": t("removed codings"),
  "resize": t("changed the words of a coding"),
  "recode": t("recoded"),
  "reanchor": t("moved codings to a new text"),
  "accept": t("accepted an automatic coding"),
  "accepted": t("accepted an automatic coding"),
  "reject": t("rejected an automatic coding"),
  "rejected": t("rejected an automatic coding"),
  "codebook import": t("imported a codebook"),
  "codebook add": t("added a code"),
  "codebook edit": t("changed a code"),
  "codebook rename": t("renamed a code"),
  "codebook move": t("moved a code"),
  "codebook merge": t("merged codes"),
  "codebook split": t("split a code"),
  "codebook retire": t("retired a code"),
  "memo": t("wrote a memo"),
  "memo edit": t("changed a memo"),
  "memo remove": t("removed a memo"),
  "done": t("marked a document as done"),
  "not done": t("marked a document as not done"),
  "reconcile": t("decided a disagreement"),
  "rules": t("changed who sees what"),
  "merge": t("merged another study"),
  "purge": t("deleted data permanently"),
  "undo": t("undid an action"),
  "redo": t("redid an action"),
};

/** Returns what an action did, in the user's language; the study's own name if it is not known here. */
export function actionName(name) {
  return names[name] ?? name;
}
