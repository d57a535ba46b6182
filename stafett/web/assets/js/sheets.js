/* Sheets to fill in on one's own screen (action guide). Nothing here sends or stores a word.
   On the sheet for an anonymous discussion, what tells who it is about must go before it is printed or copied. */

const NUMBER = /(?<!\d)\d(?:[ .-]?\d){10}(?!\d)/; // eleven digits, however they are set apart
const ADDRESS = /[^\s@]+@[^\s@]+\.[^\s@]+/;
const DATE_OR_PHONE = /(?<!\d)(?:\d{1,2}[./-] ?\d{1,2}[./-] ?(?:\d{4}|\d{2})|\d{6}|(?:\d ?){7}\d)(?!\d)/g;
const WORD = /\p{L}[\p{L}'’-]*/gu;
const CAPITAL = /^\p{Lu}\p{Ll}/u;

const isName = (word, names) => {
  const small = word.toLowerCase();
  return CAPITAL.test(word) && (names.has(small) || names.has(small.replace(/['’]?s$/, "")));
};
const beginsSentence = (text, at) => /(?:^|[.!?:…»"\n])\s*[«"(–-]?\s*$/u.test(text.slice(0, at));

/** What in a text tells who it is about: `refused` must go, `warned` is for the writer to judge. */
export function findings(text, names) {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, index }));
  const named = words.filter(({ word }) => isName(word, names));
  const other = words.filter(
    ({ word, index }) => CAPITAL.test(word) && !isName(word, names) && !beginsSentence(text, index),
  );
  return {
    refused: [text.match(NUMBER)?.[0], text.match(ADDRESS)?.[0], ...named.map(({ word }) => word)].filter(Boolean),
    warned: [...other.map(({ word }) => word), ...(text.replace(NUMBER, "").match(DATE_OR_PHONE) ?? [])],
  };
}

function tell(place, template, found) {
  const quoted = [...new Set(found)].slice(0, 4).map((each) => `«${each.trim()}»`);
  const text = found.length ? template.replace("#", quoted.join(", ")) : "";
  place.hidden = !found.length;
  if (place.textContent !== text) place.textContent = text;
}

function judge(form) {
  const names = new Set(form.dataset.anonymous.split(" "));
  const fields = [...form.querySelectorAll("textarea")];
  const found = fields.map((field) => findings(field.value, names));
  fields.forEach((field, at) => field.toggleAttribute("aria-invalid", found[at].refused.length > 0));
  fields.filter((field) => field.hasAttribute("aria-invalid")).forEach((field) => field.setAttribute("aria-invalid", "true"));
  form.toggleAttribute("data-refuses", found.some(({ refused }) => refused.length > 0));
  tell(form.querySelector("[data-refused]"), form.dataset.refusal, found.flatMap(({ refused }) => refused));
  tell(form.querySelector("[data-warned]"), form.dataset.warning, found.flatMap(({ warned }) => warned));
}

function copy(form, button) {
  const lines = [...form.querySelectorAll("textarea")].map((field) => `${field.labels[0].textContent}\n${field.value.trim()}`);
  navigator.clipboard.writeText(lines.join("\n\n")).then(() => {
    document.getElementById("st-live").textContent = button.dataset.done;
  });
}

/* Where a field cannot grow by itself, so that all of what is written is also on the paper. */
function grow(field) {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}

document.addEventListener("input", ({ target }) => {
  if (target.matches("[data-grows]")) grow(target);
  const form = target.closest("form[data-anonymous]");
  if (form) judge(form);
});

/* First of all who hear a click: what must go stops both printing and copying. */
document.addEventListener(
  "click",
  (event) => {
    const button = event.target.closest(".st-sheet :is([data-print], [data-copies])");
    if (!button) return;
    const form = button.closest("form");
    if (form.hasAttribute("data-refuses")) {
      event.stopImmediatePropagation();
      form.querySelector("[aria-invalid]").focus();
    } else if (button.matches("[data-copies]")) copy(form, button);
  },
  true,
);

document.querySelectorAll("[data-print], [data-copies]").forEach((button) => {
  button.hidden = false;
});
